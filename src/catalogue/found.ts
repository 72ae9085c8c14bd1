/** A view that a foreign key promises. */
export function found<View>(views: ReadonlyMap<string, View>, id: string): View {
  const view = views.get(id);
  if (view === undefined) throw new Error(`A row refers to ${id}, which is not there`);
  return view;
}
