// What scripts/build/samples-plugin.js makes of samples/index.json.
declare module '*/index.json?gallery' {
  const sections: readonly {
    readonly title: string;
    readonly samples: readonly { readonly id: string; readonly title: string; readonly note: string }[];
  }[];
  export default sections;
}
