import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Edition } from "../../catalogue/catalogue.js";
import { MAX_PAGE_SIZE } from "../../catalogue/pages.js";
import { AppError } from "../../errors.js";
import { parsePublicId } from "../../ids.js";
import type { RequestContext } from "../context.js";
import { NodeType } from "../types/node.js";

type NodeView = NodeType & { readonly __typename: string };

@Resolver()
export class NodesResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: "Anything by its id. Null where the id is unknown, malformed, or of something unpublished.",
  })
  node(
    @Ctx() { edition }: RequestContext,
    @Arg("id", () => ID, { description: "As an answer gave it." }) id: string,
  ) {
    return nodeOf(edition, id);
  }

  @Query(() => [NodeType], {
    nullable: "items",
    description: "Many at once: same length and order as the ids, null for what is not there.",
  })
  nodes(
    @Ctx() { edition }: RequestContext,
    @Arg("ids", () => [ID], { description: "As answers gave them; at most 100." }) ids: string[],
  ): Promise<(NodeView | null)[]> {
    if (ids.length > MAX_PAGE_SIZE) throw tooManyIds(ids.length);
    return Promise.all(ids.map((id) => nodeOf(edition, id)));
  }
}

function tooManyIds(sent: number): AppError {
  return new AppError(
    "PAGE_SIZE_OUT_OF_RANGE",
    {
      zh: `ids 有 ${sent} 个，最多 ${MAX_PAGE_SIZE} 个。`,
      en: `\`ids\` has ${sent} items; at most ${MAX_PAGE_SIZE} are allowed.`,
    },
    { argument: "ids", sent, limit: MAX_PAGE_SIZE },
  );
}

/** Cases and towns pass through the catalogue like everything else, so an id opens nothing that a list hides. */
async function nodeOf(edition: Edition, id: string): Promise<NodeView | null> {
  const parsed = parsePublicId(id);
  if (parsed === null) return null;
  const { type, rowId } = parsed;
  if (type === "Case") return (await edition.cases([id]))[0] ?? null;
  if (type === "Town") return (await edition.townViews([id]))[0] ?? null;
  if (type === "Evidence" || type === "Section") {
    const view = await edition.caseHolding(type, rowId);
    const parts: readonly NodeView[] = [...(view?.sections ?? []), ...(view?.evidence ?? [])];
    return parts.find((part) => part.id === id) ?? null;
  }
  return edition.vocabulary.byId.get(id) ?? null;
}
