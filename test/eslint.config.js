import tseslint from "typescript-eslint";

export default tseslint.config({ ignores: ["dist/**", "data/**"] }, ...tseslint.configs.strictTypeChecked, {
  languageOptions: {
    parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    "@typescript-eslint/no-floating-promises": "error",
    "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    // TypeGraphQL and TypeORM are told their classes by decorators; such a class may have no other member.
    "@typescript-eslint/no-extraneous-class": "off",
  },
});
