import { compare, detectSteps, versionsOfMessage } from '../doctor/index.ts';
import { conversationReport } from '../export/index.ts';
import type { Jobs, Report, Results } from './jobs.ts';

// What a person asks for when a message is on show: a part of its own, loaded then.

export function detect({ message, place }: Jobs['detect'], report: Report): Results['detect'] {
  const steps = detectSteps(message, place);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    report(step.value);
  }
}

export function compareThem({ reference, message, sides }: Jobs['compare']): Results['compare'] {
  return compare(reference, message, { sides });
}

export function underEach({ message, place }: Jobs['versions']): Results['versions'] {
  return versionsOfMessage(message, place);
}

export function written(order: Jobs['report']): Results['report'] {
  return conversationReport(order);
}
