import type { z } from 'zod';
import type { Answer } from './answer.js';
import type { Session } from './session.js';

type Shape = Readonly<Record<string, z.ZodType>>;
type Values<S extends Shape> = { readonly [K in keyof S]: z.output<S[K]> };

/** A question that the server answers. Its file says what it is asked, what it answers, and how it finds that. */
export interface Tool<In extends Shape = Shape, Out extends Shape = Shape> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: In;
  readonly output: Out;
  /** Throws `InputError` for what the client can put right. */
  answer(input: Values<In>, session: Session): Promise<Answer<Values<Out>>>;
}

/** Checks a tool against its own shapes. */
export function defineTool<In extends Shape, Out extends Shape>(tool: Tool<In, Out>): Tool<In, Out> {
  return tool;
}
