import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { NodeView } from "../../catalogue/edition.js";
import { MAX_PAGE_SIZE } from "../../catalogue/pages.js";
import { AppError } from "../../errors.js";
import type { RequestContext } from "../context.js";
import { NodeType } from "../types/node.js";

@Resolver()
export class NodesResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: "Anything by its id. Null where the id is unknown, malformed, or of something unpublished.",
  })
  async node(
    @Ctx() { edition }: RequestContext,
    @Arg("id", () => ID, { description: "As an answer gave it." }) id: string,
  ) {
    return (await edition.nodes([id]))[0] ?? null;
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
    return edition.nodes(ids);
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
