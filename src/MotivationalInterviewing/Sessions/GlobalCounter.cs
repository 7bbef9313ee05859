using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions;

/// <summary>Collects, turn by turn, what the global estimates rest on.</summary>
internal sealed class GlobalCounter(bool keepEvidence)
{
    // Never closer than a point: the corpus was rated by the hand that coded it, and human raters differ by as much.
    private const double MinimumMargin = 1;

    private readonly AppendOnly<int>[] _evidence = [new(), new(), new(), new()];
    private int _reflections, _complex, _questions, _open, _affirm, _share, _persuade, _harsh, _information;
    private int _change, _sustain, _answeredChange, _answeredSustain, _openChange, _openSustain;
    private double _directed, _sumAt, _sumAtAt, _sumSign, _sumAtSign;
    private int _clientTurns, _units, _machine;
    private TalkDirection _last;
    private bool _answered = true;

    public void Add(CodedUtterance coded)
    {
        if (coded.Utterance.Speaker == Speaker.Client) AddClient(coded.Talk ?? TalkDirection.Neutral, MitiText.IsMurmur(coded.Utterance.Text));
        else if (coded.Utterance.Speaker == Speaker.Counselor && !coded.Codes.IsDefaultOrEmpty) AddCounselor(coded);
    }

    public void CopyFeatures(Span<double> f, int volleys, int counselorWords, int clientWords)
    {
        double n = Math.Max(1, volleys);
        f[0] = (_reflections + 1.0) / (_reflections + _questions + 2);
        f[1] = (_complex + 1.0) / (_reflections + 2);
        f[2] = (_open + 1.0) / (_questions + 2);
        f[3] = _affirm / n;
        f[4] = _share / n;
        f[5] = Math.Sqrt(_persuade / n);
        f[6] = Math.Sqrt(_harsh / n);
        f[7] = _information / n;
        f[8] = (_answeredChange + 1.0) / (_openChange + 2);
        f[9] = (_answeredSustain + 1.0) / (_openSustain + 2);
        f[10] = (_change + 1.0) / (_change + _sustain + 2);
        f[11] = Slope();
        f[12] = (counselorWords + 1.0) / (counselorWords + clientWords + 2);
    }

    public GlobalEstimates Snapshot(bool hasTarget, int volleys, int counselorWords, int clientWords)
    {
        if (volleys < GlobalEstimates.MinimumVolleys)
            return new GlobalEstimates
            {
                Estimates = [],
                Withheld = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Only {volleys} counselor volleys; at least {GlobalEstimates.MinimumVolleys} are needed."),
            };
        Span<double> features = stackalloc double[GlobalModel.Features.Length];
        CopyFeatures(features, volleys, counselorWords, clientWords);
        var estimates = ImmutableArray.CreateBuilder<GlobalEstimate>(4);
        var rows = 2 * _machine > _units ? GlobalModel.MachineCodes : GlobalModel.HumanCodes;
        for (var row = 0; row < rows.Length; row++)
        {
            var (global, intercept, weights, error) = rows[row];
            var margin = Math.Max(MinimumMargin, 1.96 * error);
            if (!hasTarget && global is MitiGlobal.CultivatingChangeTalk or MitiGlobal.SofteningSustainTalk) continue;
            var value = GlobalModel.Estimate(intercept, weights, features);
            estimates.Add(new GlobalEstimate
            {
                Global = global,
                Value = value,
                Evidence = _evidence[row].ToImmutable(),
                Interval = new Interval(Math.Max(1, value - margin), Math.Min(5, value + margin)),
            });
        }

        return new GlobalEstimates
        {
            Estimates = estimates.ToImmutable(),
            Withheld = hasTarget ? null : "No target behavior: the technical ratings need a change goal.",
        };
    }

    private void AddClient(TalkDirection talk, bool murmur)
    {
        _clientTurns++;
        if (murmur && talk == TalkDirection.Neutral) return;
        _last = talk;
        _answered = false;
        if (talk == TalkDirection.Neutral) return;
        var sign = talk == TalkDirection.Change ? 1 : -1;
        if (sign > 0) _change++; else _sustain++;
        double at = _clientTurns;
        _directed++;
        _sumAt += at;
        _sumAtAt += at * at;
        _sumSign += sign;
        _sumAtSign += at * sign;
    }

    private void AddCounselor(CodedUtterance coded)
    {
        bool reflects = false, open = false, affirms = false, shares = false, presses = false, acts = false;
        foreach (var span in coded.Codes)
        {
            var code = span.Code;
            _units++;
            if (span.Probability is not null) _machine++;
            acts |= code != Misc25.Facilitate;
            if (code.Oars == Oars.Reflection)
            {
                reflects = true;
                _reflections++;
                if (code.Miti == Miti42.ComplexReflection) _complex++;
            }
            else if (code == Misc25.OpenQuestion) { open = true; _questions++; _open++; }
            else if (code == Misc25.ClosedQuestion) _questions++;
            else if (code == Misc25.Affirm) { affirms = true; _affirm++; }
            else if (code == Misc25.EmphasizeControl) { shares = true; _share++; }
            else if (code == Misc25.Confront || code == Misc25.Direct || code == Misc25.Warn) { presses = true; _harsh++; }
            else if (code.Consistency == MiConsistency.Inconsistent) { presses = true; _persuade++; }
            else if (code == Misc25.GiveInformation || code.Miti == Miti42.PersuadeWithPermission) _information++;
        }

        var turn = coded.Utterance.Turn;
        if (!_answered && acts)
        {
            _answered = true;
            if (_last == TalkDirection.Change)
            {
                _openChange++;
                if (reflects || open || affirms) _answeredChange++;
                Evidence(0, turn);
            }
            else if (_last == TalkDirection.Sustain)
            {
                _openSustain++;
                if (reflects || open) _answeredSustain++;
                Evidence(1, turn);
            }
        }

        if (shares || presses) Evidence(2, turn);
        if (reflects) Evidence(3, turn);
    }

    private void Evidence(int row, int turn)
    {
        if (keepEvidence) _evidence[row].Add(turn);
    }

    /// <summary>How far direction, as +1 and -1, moves along its line from the first client turn to the last; -2 to 2.</summary>
    private double Slope()
    {
        var spread = _directed * _sumAtAt - _sumAt * _sumAt;
        return spread <= 0 ? 0 : Math.Clamp((_directed * _sumAtSign - _sumAt * _sumSign) / spread * _clientTurns, -2, 2);
    }
}
