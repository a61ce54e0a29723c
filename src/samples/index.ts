export {
  FIRST_SAMPLE,
  firstConversation,
  sampleSections,
  sampleById,
  type Sample,
  type SampleSection,
} from './samples.ts';
