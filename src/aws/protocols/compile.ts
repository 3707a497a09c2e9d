import type { Shape } from './shape.ts';

/**
 * Turns `build` into a compiler that makes each shape's function once. A shape that contains itself is given a
 * forward to the function that is still being built.
 */
export function compileOnce<Args extends unknown[], Result>(
  build: (
    shape: Shape,
    compile: (shape: Shape) => Compiled<Args, Result>,
  ) => Compiled<Args, Result>,
): (shape: Shape) => Compiled<Args, Result> {
  const done = new WeakMap<Shape, Compiled<Args, Result>>();
  const compile = (shape: Shape) => {
    const known = done.get(shape);
    if (known) return known;
    let built: Compiled<Args, Result> | undefined;
    done.set(shape, (...args) => (built as Compiled<Args, Result>)(...args));
    built = build(shape, compile);
    done.set(shape, built);
    return built;
  };
  return compile;
}

export type Compiled<Args extends unknown[], Result> = (...args: Args) => Result;
