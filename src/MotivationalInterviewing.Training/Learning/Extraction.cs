using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Training;

/// <summary>Runs the library's own scan over a labeled turn and keeps the bucket numbers.</summary>
internal static class Extraction
{
    public static void Extract(LabeledTurn turn, BehaviorGroup behavior)
    {
        var sink = new ListSink { Buckets = new List<int>(turn.Text.Length * 5) };
        turn.Shape = FeatureScanner.Scan(turn.Text, behavior, ref sink);
        turn.Features = [.. sink.Buckets];
        turn.Scale = LinearBank.Scale(sink.Words, sink.Characters);
    }

    private struct ListSink : IFeatureSink
    {
        public List<int> Buckets;
        public int Words;
        public int Characters;

        public void Word(uint hash, int start, int length)
        {
            Buckets.Add(LinearBank.WordBucket(hash));
            Words++;
        }

        public void Character(uint hash, int start, int length)
        {
            Buckets.Add(LinearBank.CharacterBucket(hash));
            Characters++;
        }

        public readonly bool TakeWord(uint hash, out WordFlags flags)
        {
            flags = default;
            return false;
        }

        public readonly bool TakeCharacters(uint hash) => false;
    }
}
