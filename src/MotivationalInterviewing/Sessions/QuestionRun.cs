namespace MotivationalInterviewing.Sessions;

/// <summary>
/// The longest run of counselor turns that ask and do not reflect. Mere facilitation does not break a run; a reflection
/// or any other act does. Immutable; the default value is no run.
/// </summary>
/// <param name="Length">Number of asking turns, 0 when there is none.</param>
/// <param name="FirstTurn">Number of the first asking turn; 0 when there is none.</param>
/// <param name="LastTurn">Number of the last asking turn; 0 when there is none.</param>
public readonly record struct QuestionRun(int Length, int FirstTurn, int LastTurn);

internal struct QuestionRunCounter
{
    private int _length, _first;

    public QuestionRun Longest { get; private set; }

    public void Add(CodedUtterance coded)
    {
        if (coded.Utterance.Speaker != Speaker.Counselor || coded.Codes.IsDefaultOrEmpty) return;
        bool asks = false, reflects = false, acts = false;
        foreach (var span in coded.Codes)
        {
            if (span.Code.Miti == Coding.Miti42.Question) asks = true;
            else if (span.Code.Oars == Coding.Oars.Reflection) reflects = true;
            else if (span.Code != Coding.Misc25.Facilitate) acts = true;
        }

        if (asks && !reflects)
        {
            if (_length++ == 0) _first = coded.Utterance.Turn;
            if (_length > Longest.Length) Longest = new QuestionRun(_length, _first, coded.Utterance.Turn);
        }
        else if (reflects || acts) _length = 0;
    }
}
