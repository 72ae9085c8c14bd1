import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType("Node", {
  description: "Anything with an id of its own, which `node(id:)` finds again.",
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class NodeType {
  @Field(() => ID, {
    description: "Opaque and stable: the same on every installation and after every re-seed.",
    simple: true,
  })
  id!: string;
}
