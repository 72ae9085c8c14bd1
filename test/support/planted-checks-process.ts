import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { Authorized, buildSchemaSync, Field, ObjectType, Query, Resolver, UseMiddleware } from "type-graphql";
import { skippedChecks } from "./skipped-checks.js";

/** Writes what is skipped in a schema of its own; TypeGraphQL would keep the planted fields for the life of a process. */
process.stdout.write(JSON.stringify(skippedChecks(schemaWithChecks())));

/** Two fields that skip their checks, and two that do not. */
function schemaWithChecks(): GraphQLSchema {
  @ObjectType({ simpleResolvers: true })
  class Planted {
    @Field(() => String)
    open!: string;

    @Authorized("EDITOR")
    @Field(() => String)
    secret!: string;

    @UseMiddleware((_, next) => next())
    @Field(() => String)
    guarded!: string;

    @Authorized("EDITOR")
    @Field(() => String, { simple: false })
    asked!: string;
  }

  @Resolver()
  class PlantedResolver {
    @Query(() => Planted)
    planted(): Partial<Planted> {
      return {};
    }
  }
  return buildSchemaSync({ resolvers: [PlantedResolver], validate: false, authChecker: () => false });
}
