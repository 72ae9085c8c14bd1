import { registerEnumType } from "type-graphql";

/** Makes a GraphQL enum of a closed set; the descriptions must name every value of it. */
export function enumOf<const Values extends readonly string[]>(
  name: string,
  description: string,
  values: Values,
  descriptions: Record<Values[number], string>,
): Record<Values[number], Values[number]> {
  const object = Object.fromEntries(values.map((value) => [value, value])) as Record<
    Values[number],
    Values[number]
  >;
  const valuesConfig = Object.fromEntries(
    values.map((value: Values[number]) => [value, { description: descriptions[value] }]),
  ) as Record<Values[number], { description: string }>;
  registerEnumType(object, { name, description, valuesConfig });
  return object;
}
