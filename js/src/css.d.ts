/** A style sheet that a script brings along is a text. */
declare module "*.css" {
  const text: string;
  export default text;
}
