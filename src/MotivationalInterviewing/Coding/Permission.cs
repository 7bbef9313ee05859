using System.Runtime.CompilerServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// Follows whether the client has asked for or agreed to advice (MISC 2.5: ADP and RCP; MITI 4.2.1: persuade with
/// permission). Consent lasts within the topic until the client disengages.
/// </summary>
internal static class Permission
{
    internal static void AfterClient(ConversationState state, ReadOnlySpan<char> text, in ClientFlags flags)
    {
        var answer = ShortAnswer.Of(text);
        var start = text[..Math.Min(text.Length, 400)];
        var (asks, agrees, refuses) = Read(start);
        if (state.AskedToAdvise)
        {
            if (answer.Kind == ShortAnswerKind.No || refuses) state.MayAdvise = false;
            else if (answer.Kind is ShortAnswerKind.Yes or ShortAnswerKind.Acknowledge || agrees) state.MayAdvise = true;
            state.AskedToAdvise = false;
        }
        else if (refuses || flags.Discord)
        {
            state.MayAdvise = false;
        }

        if (asks) state.MayAdvise = true;
        state.LastCounselor = default;
    }

    [SkipLocalsInit]
    private static (bool Asks, bool Agrees, bool Refuses) Read(ReadOnlySpan<char> text)
    {
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        Span<CueMatch> matches = stackalloc CueMatch[16];
        var reader = new ClauseReader(text, buffer, sentencesOnly: true);
        bool asks = false, agrees = false, refuses = false;
        while (reader.MoveNext())
        {
            var count = s_cues.Find(reader.Tokens, matches);
            foreach (var match in matches[..count])
            {
                asks |= match.Cue == 0;
                agrees |= match.Cue == 1;
                refuses |= match.Cue == 2;
            }
        }

        return (asks, agrees, refuses);
    }

    private static readonly CueTable s_cues = new(
        "what should i; what do you think i; what would you do/suggest/recommend; what do you suggest/recommend; any advice/ideas/tips/suggestions; what can i do; how do i; how can i; do you have * ideas/suggestions/advice/tips; tell me what to do; what do you advise; got any ideas/tips; what are my options; what would you; can you help me with; what helps",
        "^ yes; ^ yeah; ^ sure; ^ ok; go ahead; please; of course; i would like that; that would be; sounds good; fire away; i am listening; why not; go on; by all means; if you want; i guess so",
        "^ no; not really; rather not; not now; do not want * advice; do not tell me; stop telling; i do not want to hear; i have heard; leave it; not interested; no thanks");
}
