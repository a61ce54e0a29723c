// What scripts/build/samples-plugin.js makes of samples/index.json. Conversations in their JSON form.
declare module '*/index.json?first' {
  const first: { readonly id: string; readonly conversation: unknown };
  export default first;
}

declare module '*/index.json?gallery' {
  const sections: readonly {
    readonly title: string;
    readonly samples: readonly {
      readonly id: string;
      readonly title: string;
      readonly note: string;
      load(): Promise<unknown>;
    }[];
  }[];
  export default sections;
}
