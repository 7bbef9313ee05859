using System.Globalization;
using CsCheck;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Tests.Text;

public class AnyTextTests
{
    // Words, marks and oddities that meet in transcripts and chats, beside arbitrary characters.
    private static readonly string[] s_oddities =
    [
        "I", "don't", "dont", "gonna", "but", "because", "drink", "yeah", "I-I", "—", "-", "...", "?", "!", "[laughs]", "[unintelligible 00:01:35]",
        "(sighs)", "“", "”", "’", "\"", "\u0000", "\uD83D", "\uDE00", "\uD83D\uDE00", "\u202E", "שלום", "مرحبا", "你好", "ß", "İ", "\n", "\t", ",", "7", "0 to 10", "[", "(",
    ];

    private static readonly Gen<string> s_piece = Gen.OneOf(Gen.Int[0, s_oddities.Length - 1].Select(i => s_oddities[i]), Gen.String[Gen.Char, 0, 6]);

    private static readonly Gen<string> s_text = s_piece.Array[0, 40].Select(pieces => string.Join(' ', pieces));

    [Fact]
    public void ClauseReader_AnyText_ClausesLieInOrderInsideTheText() => s_text.Sample(text =>
    {
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        var reader = new ClauseReader(text, buffer);
        var last = 0;
        while (reader.MoveNext())
        {
            var clause = reader.Current;
            if (clause.Start < last || clause.End < clause.Start || clause.End > text.Length || clause.TokenCount < 1) return false;
            foreach (var token in reader.Tokens)
                if (token.Start < clause.Start || token.End > clause.End) return false;
            last = clause.End;
        }

        return true;
    });

    [Fact]
    public void Code_AnyText_NeverThrowsAndSpansLieInside() => s_text.Sample(text =>
    {
        foreach (var speaker in new[] { Speaker.Client, Speaker.Counselor, Speaker.Other })
        {
            var coded = UtteranceCoder.Default.Code(new Utterance { Turn = 0, Speaker = speaker, Text = text }, TargetBehavior.Alcohol);
            foreach (var code in coded.Codes)
                if (code.Start < 0 || code.Length < 0 || code.Start + code.Length > text.Length || code.Probability is not (>= 0 and <= 1)) return false;
            if (!coded.Probabilities.IsEmpty && Math.Abs(coded.Probabilities.Sum() - 1) > 1e-6) return false;
        }

        return true;
    });

    [Fact]
    public void Code_AnyText_SameUnderEveryCulture() => s_text.Sample(text =>
    {
        var utterance = new Utterance { Turn = 0, Speaker = Speaker.Client, Text = text };
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var plain = UtteranceCoder.Default.Code(utterance);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            return plain == UtteranceCoder.Default.Code(utterance);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    });

    [Fact]
    public void ReadClient_LongText_AllocatesNothingAndStaysLinear()
    {
        var text = string.Concat(Enumerable.Repeat("i dont want to stop but my wife she worries and i guess i could cut down ", 14_000));
        Assert.True(text.Length > 1_000_000);
        _ = UtteranceCoder.Default.ReadClient("I want to stop drinking.", TargetBehavior.Alcohol);
        _ = UtteranceCoder.Default.ReadCounselor("How do you feel about that?");
        _ = UtteranceCoder.Default.ReadClient(text, TargetBehavior.Alcohol);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = UtteranceCoder.Default.ReadClient(text, TargetBehavior.Alcohol);
        _ = UtteranceCoder.Default.ReadCounselor(text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
