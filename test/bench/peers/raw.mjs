import { createServer } from "node:http";
import {
  cursorOf,
  grouped,
  label,
  listening,
  many,
  openDatabase,
  pageOfCases,
  positionOf,
} from "./database.mjs";

/** The same answers by hand: prepared statements, plain objects, `JSON.stringify`; no GraphQL. */
const database = openDatabase(process.env.SQLITE_FILE);
const page = database.prepare(pageOfCases);
const bySlug = database.prepare("SELECT * FROM case_record WHERE slug = ? AND status = 'published'");
const towns = database.prepare(
  many(
    `SELECT town.id, town.slug, town.name_zh, town.name_en, region.name_zh AS region_name_zh, region.name_en AS region_name_en
   FROM town JOIN region ON region.id = town.region_id WHERE town.id IN wanted`,
  ),
);
const tags = database.prepare(
  many(
    `SELECT case_id, tag.key, name_zh, name_en FROM case_tag JOIN tag ON tag.id = tag_id
   WHERE case_id IN wanted ORDER BY case_id, case_tag.position`,
  ),
);
const indicators = database.prepare(
  many(
    `SELECT indicator.*, measure.key AS measure_key, measure.name_zh AS measure_name_zh, measure.name_en AS measure_name_en, unit.code
   FROM indicator JOIN measure ON measure.id = measure_id JOIN unit ON unit.id = unit_id
   WHERE case_id IN wanted AND measure.key IN (SELECT value FROM json_each(?))`,
  ),
);
const allIndicators = database.prepare(
  many(
    `SELECT indicator.*, measure.key AS measure_key, measure.name_zh AS measure_name_zh, measure.name_en AS measure_name_en, unit.code
   FROM indicator JOIN measure ON measure.id = measure_id JOIN unit ON unit.id = unit_id WHERE case_id IN wanted`,
  ),
);
const sections = database.prepare("SELECT * FROM section WHERE case_id = ? ORDER BY position");
const narratives = database.prepare("SELECT * FROM narrative WHERE case_id = ?");
const evidence = database.prepare(
  `SELECT evidence.*, source.title, source.publisher, source.published FROM evidence JOIN source ON source.id = source_id
   WHERE case_id = ? ORDER BY position`,
);
const categories = new Map(
  database
    .prepare("SELECT * FROM category")
    .all()
    .map((row) => [row.id, row]),
);

const category = ({ category_id: id }) => {
  const row = categories.get(id);
  return row ? { key: row.key, name: label(row, "name") } : null;
};
const measureOf = (row) => ({ key: row.measure_key, name: label(row, "measure_name") });
const townOf = (row) => ({
  slug: row.slug,
  name: label(row, "name"),
  region: { name: label(row, "region_name") },
});
const tagOf = (row) => ({ key: row.key, name: label(row, "name") });

function list({ category: key, first, after, measures }) {
  const [updated, id] = positionOf(after);
  const rows = page.all(key, updated, updated, id, first + 1);
  const shown = rows.slice(0, first);
  const ids = JSON.stringify(shown.map((row) => row.id));
  const townsById = new Map(
    towns.all(JSON.stringify(shown.map((row) => row.town_id))).map((row) => [row.id, row]),
  );
  const tagsByCase = grouped(tags.all(ids), "case_id");
  const indicatorsByCase = grouped(indicators.all(ids, JSON.stringify(measures)), "case_id");
  const nodes = shown.map((row) => ({
    slug: row.slug,
    title: label(row, "title"),
    town: townOf(townsById.get(row.town_id)),
    category: category(row),
    tags: (tagsByCase.get(row.id) ?? []).map(tagOf),
    indicators: (indicatorsByCase.get(row.id) ?? []).map((one) => ({
      ...{ measure: measureOf(one), value: one.value, unit: { code: one.code } },
    })),
  }));
  const last = shown.at(-1);
  const pageInfo = { hasNextPage: rows.length > first, endCursor: last ? cursorOf(last) : null };
  return { cases: { nodes, pageInfo } };
}

function oneCase({ slug }) {
  const row = bySlug.get(slug);
  if (!row) return { case: null };
  const ids = JSON.stringify([row.id]);
  const narrativesBySection = grouped(narratives.all(row.id), "section_id");
  const evidenceBySection = grouped(evidence.all(row.id), "section_id");
  return {
    case: {
      ...{ slug: row.slug, kind: row.kind, title: label(row, "title"), summary: label(row, "summary") },
      category: category(row),
      town: townOf(towns.get(JSON.stringify([row.town_id]))),
      tags: tags.all(ids).map(tagOf),
      indicators: allIndicators.all(ids).map((one) => ({
        ...{ measure: measureOf(one), value: one.value, qualifier: one.qualifier, nature: one.nature },
        ...{ valueText: label(one, "value_text"), unit: { code: one.code } },
      })),
      sections: sections.all(row.id).map((section) => ({
        ...{ anchor: section.anchor, kind: section.kind, heading: label(section, "heading") },
        narratives: (narrativesBySection.get(section.id) ?? []).map(({ locale, text }) => ({ locale, text })),
        evidence: (evidenceBySection.get(section.id) ?? []).map((one) => ({
          ...{ kind: one.kind, statement: label(one, "statement") },
          source: { title: one.title, publisher: one.publisher, published: one.published },
        })),
      })),
    },
  };
}

const answers = { list, case: oneCase, typename: () => ({ __typename: "Query" }) };

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.once("end", () => {
    const { variables = {} } = JSON.parse(Buffer.concat(chunks).toString());
    const data = answers[request.headers["x-workload"]](variables);
    const body = JSON.stringify({ data });
    const length = Buffer.byteLength(body);
    response
      .writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": length })
      .end(body);
  });
});
server.listen(0, "127.0.0.1", () => listening(`http://127.0.0.1:${server.address().port}`));
