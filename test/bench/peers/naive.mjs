import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { DataSource, EntitySchema } from "typeorm";
import { label, listening } from "./database.mjs";

/** What tutorials show: Apollo's standalone server over TypeORM's entities, each relation loaded when it is asked for. */
const text = { type: "text" };
const key = { type: "text", primary: true };
const entity = (name, tableName, columns, relations = {}) =>
  new EntitySchema({ name, tableName, columns: { ...columns }, relations });
const toOne = (target, column) => ({ type: "many-to-one", target, lazy: true, joinColumn: { name: column } });
const toMany = (target, inverseSide) => ({ type: "one-to-many", target, lazy: true, inverseSide });
const column = (name, more = text) => ({ ...more, name });
const labelled = (name) => ({
  [`${name}_zh`]: text,
  [`${name}_en`]: text,
});

const entities = [
  entity(
    "Case",
    "case_record",
    {
      ...{ id: key, slug: text, kind: text, status: text, updated_at: text },
      ...{ ...labelled("title"), ...labelled("summary") },
    },
    {
      town: toOne("Town", "town_id"),
      category: toOne("Category", "category_id"),
      caseTags: toMany("CaseTag", "case"),
      indicators: toMany("Indicator", "case"),
      sections: toMany("Section", "case"),
    },
  ),
  entity(
    "Town",
    "town",
    { id: key, slug: text, ...labelled("name") },
    { region: toOne("Region", "region_id") },
  ),
  entity("Region", "region", { id: key, ...labelled("name") }),
  entity("Category", "category", { id: key, key: text, ...labelled("name") }),
  entity("Tag", "tag", { id: key, key: text, ...labelled("name") }),
  entity(
    "CaseTag",
    "case_tag",
    { case_id: key, position: { type: "integer", primary: true } },
    { case: toOne("Case", "case_id"), tag: toOne("Tag", "tag_id") },
  ),
  entity("Unit", "unit", { id: key, code: text }),
  entity(
    "Measure",
    "measure",
    { id: key, key: text, ...labelled("name") },
    { unit: toOne("Unit", "unit_id") },
  ),
  entity(
    "Indicator",
    "indicator",
    {
      ...{ evidence_id: key, position: { type: "integer", primary: true } },
      ...{ value: { type: "double precision" }, qualifier: text, nature: text, ...labelled("value_text") },
    },
    { case: toOne("Case", "case_id"), measure: toOne("Measure", "measure_id") },
  ),
  entity(
    "Section",
    "section",
    { id: key, position: { type: "integer" }, anchor: text, kind: text, ...labelled("heading") },
    {
      case: toOne("Case", "case_id"),
      narratives: toMany("Narrative", "section"),
      evidence: toMany("Evidence", "section"),
    },
  ),
  entity(
    "Narrative",
    "narrative",
    { section_id: key, locale: key, text },
    { section: toOne("Section", "section_id") },
  ),
  entity(
    "Evidence",
    "evidence",
    { id: key, position: { type: "integer" }, kind: text, ...labelled("statement") },
    { section: toOne("Section", "section_id"), source: toOne("Source", "source_id") },
  ),
  entity("Source", "source", {
    id: key,
    title: text,
    publisher: text,
    published: column("published", { type: "text", nullable: true }),
  }),
];

const dataSource = new DataSource({
  ...{ type: "better-sqlite3", database: process.env.SQLITE_FILE, readonly: true, entities },
});
await dataSource.initialize();
const cases = dataSource.getRepository("Case");
const inOrder = (rows) => rows.sort((a, b) => a.position - b.position);

const resolvers = {
  Query: {
    async cases(_, { first, after, filter }) {
      const offset = Number(after ?? 0);
      const rows = await cases.find({
        where: { status: "published", category: { key: filter.categories[0] } },
        order: { updated_at: "DESC", id: "ASC" },
        ...{ skip: offset, take: first + 1 },
      });
      const pageInfo = { hasNextPage: rows.length > first, endCursor: String(offset + first) };
      return { nodes: rows.slice(0, first), pageInfo };
    },
    case: (_, { slug }) => cases.findOneBy({ slug, status: "published" }),
    async searchCases(_, { query, first }) {
      const [nodes, totalCount] = await cases
        .createQueryBuilder("c")
        .where("c.status = 'published'")
        .andWhere(
          `(c.title_zh LIKE :text OR c.title_en LIKE :text OR c.summary_zh LIKE :text
            OR c.id IN (SELECT case_id FROM narrative WHERE text LIKE :text))`,
          { text: `%${query}%` },
        )
        .take(first)
        .getManyAndCount();
      return { totalCount, nodes };
    },
  },
  Case: {
    title: (row) => label(row, "title"),
    summary: (row) => label(row, "summary"),
    tags: async (row) => Promise.all(inOrder(await row.caseTags).map(({ tag }) => tag)),
    async indicators(row, { measures }) {
      const indicators = await row.indicators;
      if (!measures) return indicators;
      const keys = await Promise.all(indicators.map(async ({ measure }) => (await measure).key));
      return indicators.filter((_, index) => measures.includes(keys[index]));
    },
    sections: async (row) => inOrder(await row.sections),
  },
  Category: { name: (row) => label(row, "name") },
  Town: { name: (row) => label(row, "name") },
  Region: { name: (row) => label(row, "name") },
  Tag: { name: (row) => label(row, "name") },
  Measure: { name: (row) => label(row, "name") },
  Indicator: {
    valueText: (row) => label(row, "value_text"),
    unit: async (row) => (await row.measure).unit,
  },
  Section: {
    heading: (row) => label(row, "heading"),
    evidence: async (row) => inOrder(await row.evidence),
  },
  Evidence: { statement: (row) => label(row, "statement") },
};

const typeDefs = readFileSync(new URL("schema.graphql", import.meta.url), "utf8");
const { url } = await startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), {
  listen: { port: 0 },
});
listening(url.replace(/\/$/, ""));
