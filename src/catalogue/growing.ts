/** A value while it is being built; whoever builds it hands it on as what it is then: immutable. */
export type Growing<View> = { -readonly [Field in keyof View]: View[Field] };
