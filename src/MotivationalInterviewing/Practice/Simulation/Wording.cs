using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Practice.Simulation;

/// <summary>A composed turn and what is meant by it.</summary>
internal sealed record SpokenTurn
{
    internal required string Text { get; init; }

    internal TalkDirection Direction { get; init; }

    internal int Strength { get; init; }

    internal ImmutableArray<CodeSpan> Codes { get; init; } = [];

    internal ImmutableArray<int> Lines { get; init; } = [];

    internal bool Discord { get; init; }

    internal bool Interest { get; init; }

    internal bool Risk { get; init; }

    internal string? Revealed { get; init; }

    /// <summary>What was about to be said when the client paused.</summary>
    internal string? Pending { get; init; }
}

/// <summary>Finds the words for an answer: what is said, in the client's register and style.</summary>
internal sealed class Wording
{
    private readonly ClientProfile _profile;
    private readonly ClientBook _book;
    private readonly Voices _voices;
    private readonly ClientState _state;
    private readonly Heard _heard;
    private readonly HashSet<int> _said;
    private readonly StringBuilder _text = new();
    private readonly List<CodeSpan> _codes = [];
    private readonly List<int> _lines = [];
    private TalkDirection _direction;
    private int _strength;
    private bool _discord;
    private bool _interest;
    private bool _risk;
    private string? _revealed;

    internal Wording(ClientProfile profile, ClientBook book, Voices voices, ClientState state, Heard heard)
    {
        (_profile, _book, _voices, _state, _heard) = (profile, book, voices, state, heard);
        _said = [.. state.Said];
    }

    internal SpokenTurn Leave(ref Dice dice)
    {
        _discord = true;
        if (!Say(Lines(LineKind.Leaving), ref dice)) Put("I'm going.");
        return Done(ref dice, plain: true);
    }

    internal SpokenTurn Answer(TalkDirection direction, ref Dice dice)
    {
        if (_state.Turn == 0 && (_heard.Greets || _heard.Question is QuestionTopic.WhyHere or QuestionTopic.None) && dice.Chance(0.8) && Say(Lines(LineKind.Opening), ref dice)) return Done(ref dice);
        if (_heard.Greets && dice.Chance(0.7) && _state.Turn == 0)
        {
            Pool("greet", ref dice);
            return Done(ref dice, plain: true);
        }

        if (_heard.Has(HeardAct.AskSafety) && Safety(ref dice)) return Done(ref dice);
        if (_state.Pending is { } rest && _heard.Acts[0] is HeardAct.Facilitate or HeardAct.ReflectNeutral or HeardAct.Other)
        {
            Put(_profile.Register == SpeechRegister.Spoken && char.IsLower(rest[0]) ? "-" + rest : rest);
            if (direction == TalkDirection.Neutral) More(direction, ref dice, _book.Lines[_state.LastLine].Group);
            else Stance(direction, ref dice, goesOn: true);
            return Done(ref dice, plain: true);
        }

        if (Reveal(ref dice)) return Done(ref dice);
        if (Strained(ref dice)) return Done(ref dice);
        if (_heard.Has(HeardAct.AskRuler)) return Ruler(ref dice);
        if (direction == TalkDirection.Neutral)
        {
            Neutral(ref dice);
            return Done(ref dice);
        }

        Stance(direction, ref dice);
        return Done(ref dice);
    }

    /// <summary>Speaking for or against change, on what was asked or given back where there is something left to say.</summary>
    private void Stance(TalkDirection direction, ref Dice dice, bool goesOn = false)
    {
        if (!goesOn && _heard.Acts.Any(a => a is HeardAct.ReflectChange or HeardAct.ReflectSustain or HeardAct.ReflectBoth or HeardAct.ReflectNeutral) && dice.Chance(0.5)) Pool("confirm", ref dice);
        else if (!goesOn && direction == TalkDirection.Sustain && _heard.Acts[0] is HeardAct.Persuade or HeardAct.Advise or HeardAct.Warn && dice.Chance(0.3)) Pool("butChange", ref dice);

        // As often as not people speak of it in general, whatever they could tell.
        if (_heard.Question is QuestionTopic.None or QuestionTopic.More or QuestionTopic.Worries or QuestionTopic.Feelings or QuestionTopic.Change or QuestionTopic.Forward && dice.Chance(CommonShare) && Say(Common(direction, ref dice), ref dice)) return;

        var wanted = Wanted(direction);
        if (Say(wanted, ref dice) || Say(Any(direction), ref dice))
        {
            More(direction, ref dice);
            return;
        }

        Generic(direction == TalkDirection.Change ? "change" : "sustain", ref dice);
    }

    /// <summary>Lines of the direction that fit best: answers to what was asked, then the topic, then going on where the last line stood.</summary>
    private IEnumerable<BookLine> Wanted(TalkDirection direction)
    {
        var answer = Key(_heard.Question);
        if (_heard.Question is QuestionTopic.Next or QuestionTopic.WhyNotHigher && direction == TalkDirection.Change)
            foreach (var line in Open(l => l.Kind == LineKind.Plan && l.Direction == direction)) yield return line;
        if (answer is not null)
            foreach (var line in Open(l => l.Answer == answer && l.Direction == direction)) yield return line;
        var kind = _heard.Question switch
        {
            QuestionTopic.Worries or QuestionTopic.Worse => LineKind.Worry,
            QuestionTopic.Values => LineKind.Value,
            QuestionTopic.Feelings => LineKind.Feeling,
            _ => LineKind.Leaving,
        };
        if (kind != LineKind.Leaving)
            foreach (var line in Open(l => l.Kind == kind && l.Direction == direction)) yield return line;
        if (_heard.Topic >= 0)
            foreach (var line in Open(l => l.Kind == LineKind.Topic && l.Group == _heard.Topic && l.Direction == direction)) yield return line;
        if (_state.LastLine >= 0 && _book.Lines[_state.LastLine] is { Kind: LineKind.Topic } last)
            foreach (var line in Open(l => l.Kind == LineKind.Topic && l.Group == last.Group && l.Direction == direction)) yield return line;
    }

    /// <summary>General lines of a direction that have not been said, from a place that chance picks.</summary>
    private BookLine[] Common(TalkDirection direction, ref Dice dice)
    {
        BookLine[] all = [.. Open(l => l.Kind == LineKind.Common && l.Direction == direction)];
        var from = (int)(dice.Next() * all.Length);
        return [.. all[from..], .. all[..from]];
    }

    private IEnumerable<BookLine> Any(TalkDirection direction) => Open(l => l.Direction == direction && l.Kind is LineKind.Topic or LineKind.Worry or LineKind.Value or LineKind.Feeling or LineKind.Answer && l.Direction == direction);

    private void Neutral(ref Dice dice)
    {
        var first = _heard.Acts[0];
        if (_heard.Question == QuestionTopic.Permission)
        {
            Pool(dice.Chance(0.15 + (0.7 * (_state.Discord + 0.1 * (_profile.Resistance - 2)))) ? "refuse" : "permit", ref dice);
            return;
        }

        if (_heard.Question == QuestionTopic.Check)
        {
            Pool("confirm", ref dice);
            if (dice.Chance(0.3 + (0.4 * _state.Trust))) Fact(ref dice);
            return;
        }

        if (first is HeardAct.Advise or HeardAct.Persuade or HeardAct.AdviseWithPermission or HeardAct.AskForPlanTooSoon or HeardAct.AskForPlan && !_heard.YesNo)
        {
            Pool(dice.Chance(0.6) ? "emptyYes" : "okay", ref dice);
            return;
        }

        if (_heard.YesNo && _heard.Question is QuestionTopic.None)
        {
            var yes = _heard.Topic >= 0 ? dice.Next() < 0.7 : SteadyYes();
            Pool(yes ? "yes" : "no", ref dice);
            if (yes && dice.Chance(Openness * 0.8)) Fact(ref dice);
            return;
        }

        if (_heard.Asks)
        {
            // A client who does not trust yet says little: "I don't know" is an answer too.
            if (dice.Chance(0.45 - (0.4 * Openness)))
            {
                Pool("unsure", ref dice);
                return;
            }

            if (!Say(NeutralAnswers(), ref dice) && !(_heard.Question is QuestionTopic.None or QuestionTopic.More or QuestionTopic.Day or QuestionTopic.WhyHere or QuestionTopic.Back or QuestionTopic.Feelings or QuestionTopic.Others or QuestionTopic.Amount && Fact(ref dice, jumps: true)))
            {
                Pool("unsure", ref dice);
                if (dice.Chance(0.4 * Openness)) Fact(ref dice);
                return;
            }

            More(TalkDirection.Neutral, ref dice);
            return;
        }

        switch (first)
        {
            case HeardAct.Facilitate:
                if (dice.Chance(0.45 + (0.35 * Openness)) && Fact(ref dice, jumps: dice.Chance(0.7))) More(TalkDirection.Neutral, ref dice);
                else Pool("more", ref dice);
                break;
            case HeardAct.Affirm:
            case HeardAct.EmphasizeChoice when dice.Chance(0.4):
                Pool("thanks", ref dice);
                if (dice.Chance(0.3 * Openness)) Fact(ref dice);
                break;
            case HeardAct.Misread:
                Pool("deny", ref dice);
                if (dice.Chance(0.6)) Fact(ref dice);
                break;
            case HeardAct.Inform or HeardAct.InformWithPermission or HeardAct.Warn or HeardAct.Confront:
                if (dice.Chance(0.15) && Say(Lines(LineKind.Ask), ref dice)) _interest = true;
                else Pool("okay", ref dice);
                break;
            default:
                Pool("confirm", ref dice);
                if (dice.Chance(0.35 + (0.5 * Openness)) && Fact(ref dice)) More(TalkDirection.Neutral, ref dice);
                break;
        }
    }

    private IEnumerable<BookLine> NeutralAnswers()
    {
        var key = Key(_heard.Question);
        if (key is not null)
            foreach (var line in Open(l => l.Answer == key && l.Direction == TalkDirection.Neutral)) yield return line;
        if (_heard.Question == QuestionTopic.Feelings)
            foreach (var line in Open(l => l.Kind == LineKind.Feeling && l.Direction == TalkDirection.Neutral)) yield return line;
        if (_heard.Question == QuestionTopic.Values)
            foreach (var line in Open(l => l.Kind == LineKind.Value && l.Direction == TalkDirection.Neutral)) yield return line;
        if (_heard.Topic >= 0)
            foreach (var line in Open(l => l.Kind == LineKind.Topic && l.Group == _heard.Topic && l.Direction == TalkDirection.Neutral)) yield return line;
    }

    private const double CommonShare = 0.5;

    /// <summary>The next neutral thing to tell: on the topic that is meant, the one spoken of last, or another.</summary>
    private bool Fact(ref Dice dice, bool jumps = false)
    {
        if (dice.Chance(CommonShare / 2) && Say(Common(TalkDirection.Neutral, ref dice), ref dice)) return true;
        var topic = _heard.Topic >= 0 ? _heard.Topic : _state.LastLine >= 0 && _book.Lines[_state.LastLine].Kind == LineKind.Topic ? _book.Lines[_state.LastLine].Group : -1;
        if (topic >= 0 && Say(Open(l => l.Kind == LineKind.Topic && l.Group == topic && l.Direction == TalkDirection.Neutral), ref dice)) return true;
        return jumps && Say(Open(l => l.Kind is LineKind.Topic && l.Direction == TalkDirection.Neutral), ref dice);
    }

    /// <summary>One or more further lines of the same topic and direction, by style and trust.</summary>
    private void More(TalkDirection direction, ref Dice dice, int topic = -1)
    {
        var chance = _profile.Style switch { ClientStyle.Talkative => 0.9, ClientStyle.Terse => 0.34, ClientStyle.Guarded => 0.64, ClientStyle.Tearful => 0.82, _ => 0.82 } + (0.3 * (_state.Trust - 0.4)) - (0.4 * _state.Discord);
        if (_heard.YesNo) chance *= 0.5;
        for (var i = 0; i < 6 && _text.Length > 0 && dice.Chance(chance); i++)
        {
            var group = _lines.Count > 0 && _book.Lines[_lines[^1]] is { Kind: LineKind.Topic } last ? last.Group : topic >= 0 ? topic : _heard.Topic;
            if (group < 0) break;

            // A story goes on where it stood; only then comes what was left out.
            var before = _lines.Count > 0 ? _lines[^1] : -1;
            if (!Say(Open(l => l.Kind == LineKind.Topic && l.Group == group && (l.Direction == direction || l.Direction == TalkDirection.Neutral)).OrderBy(l => l.Index < before), ref dice)) break;
            chance *= 0.97;
        }
    }

    private bool Safety(ref Dice dice)
    {
        if (_profile.Risk is { } risk && _state.Trust >= risk.Trust / 2 && Say(Lines(LineKind.Risk), ref dice))
        {
            _risk = true;
            return true;
        }

        Pool("safe", ref dice);
        return true;
    }

    /// <summary>Hidden facts come out when earned, and hints of danger with trust.</summary>
    private bool Reveal(ref Dice dice)
    {
        if (_profile.Risk is { } risk && !_state.RiskTold && _state.Trust >= risk.Trust && dice.Chance(0.25) && Say(Lines(LineKind.Risk).Take(1), ref dice))
        {
            _risk = true;
            return true;
        }

        for (var i = 0; i < _profile.Hidden.Length; i++)
        {
            var fact = _profile.Hidden[i];
            var touched = _heard.Hidden == i;
            if (_state.Trust < fact.Trust || (fact.Asked && !touched) || _state.Discord > 0.3) continue;
            if (!dice.Chance(touched ? 0.8 : 0.06)) continue;
            var group = i;
            if (!Say(_book.Lines.Where(l => l.Kind == LineKind.Hidden && l.Group == group && !_said.Contains(l.Index)), ref dice)) continue;
            _revealed = fact.Id;
            return true;
        }

        return false;
    }

    /// <summary>Talk about the counselor instead of the matter when strained.</summary>
    private bool Strained(ref Dice dice)
    {
        var sting = _heard.Acts[0] is HeardAct.Confront or HeardAct.Warn or HeardAct.Persuade or HeardAct.Advise || _heard.Triggered;
        if (!dice.Chance((sting ? 0.5 : 0.16) * _state.Discord * (_heard.Triggered ? 1.6 : 1))) return false;
        _discord = true;
        if (dice.Chance(0.6) && Say(Lines(LineKind.Discord), ref dice)) return true;
        Generic("discord", ref dice);
        return true;
    }

    private SpokenTurn Ruler(ref Dice dice)
    {
        var start = _heard.Question switch { QuestionTopic.Importance => _profile.Importance, QuestionTopic.Confidence => _profile.Confidence, _ => _profile.Readiness };
        var moved = _heard.Question == QuestionTopic.Readiness ? 1 : 0.6;
        var number = (int)Math.Clamp(Math.Round(start + (moved * (_state.Readiness - _profile.Readiness))), 0, 10);
        string[] names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        var word = _profile.Register == SpeechRegister.Typed ? number.ToString(CultureInfo.InvariantCulture) : names[number];
        var article = number == 8 ? "An" : "A";
        Put(_profile.Style == ClientStyle.Terse
            ? dice.Chance(0.5) ? $"{article} {word}." : $"{word}."
            : dice.Pick<string>([$"Um, maybe {article.ToLowerInvariant()} {word}.", $"I'd say {article.ToLowerInvariant()} {word}.", $"{article} {word}? About that.", $"{article} {word}, I guess.", $"Probably {article.ToLowerInvariant()} {word}."]));
        return Done(ref dice, plain: true);
    }

    private double Openness => Math.Clamp(_state.Trust + 0.25 - (0.6 * _state.Discord) + (_profile.Style switch { ClientStyle.Talkative => 0.25, ClientStyle.Terse => -0.25, ClientStyle.Guarded => -0.15, _ => 0 }), 0.05, 1);

    /// <summary>The same question gets the same yes or no in a session.</summary>
    private bool SteadyYes()
    {
        var hash = (uint)_state.Seed;
        foreach (var stem in _heard.Stems) hash = (hash * 31) ^ stem;
        return (hash >> 7) % 10 < 4;
    }

    private IEnumerable<BookLine> Lines(LineKind kind) => _book.Lines.Where(l => l.Kind == kind && !_said.Contains(l.Index));

    /// <summary>Lines not said yet that the client would say to this counselor by now.</summary>
    private IEnumerable<BookLine> Open(Func<BookLine, bool> fits) => _book.Lines.Where(l => fits(l) && !_said.Contains(l.Index) && !_lines.Contains(l.Index) && Earned(l));

    private bool Earned(BookLine line)
    {
        if (line.Direction != TalkDirection.Change) return true;
        var mobilizing = line.Line.Codes[0].Kind is ChangeTalkKind.Commitment or ChangeTalkKind.TakingSteps or ChangeTalkKind.Activation;
        if (mobilizing && line.Line.Codes[0].Kind == ChangeTalkKind.Commitment && _state.Readiness < 4.5) return false;
        return _state.Trust >= 0.11 * (line.Line.Strength - 1) || _state.Readiness >= 6;
    }

    private bool Say(IEnumerable<BookLine> candidates, ref Dice dice)
    {
        // The first few candidates fit best and stand in the order in which such things come out.
        Span<int> few = stackalloc int[3];
        var count = 0;
        foreach (var candidate in candidates)
        {
            few[count++] = candidate.Index;
            if (count == few.Length) break;
        }

        if (count == 0) return false;
        var at = dice.Next() < 0.6 ? 0 : (int)(dice.Next() * count);
        Put(_book.Lines[few[at]]);
        return true;
    }

    private void Put(BookLine line)
    {
        Space();
        var start = _text.Length;
        _text.Append(line.Line.Text);
        _lines.Add(line.Index);
        foreach (var code in line.Line.Codes) _codes.Add(new CodeSpan { Code = code, Start = start, Length = line.Line.Text.Length });
        Count(line.Line.Direction, line.Line.Strength);
    }

    private void Put(string text)
    {
        Space();
        _text.Append(text);
    }

    private void Space()
    {
        if (_text.Length == 0) return;
        if (char.IsLetterOrDigit(_text[^1])) _text.Append('.');
        _text.Append(' ');
    }

    private void Count(TalkDirection direction, int strength)
    {
        if (direction == TalkDirection.Neutral || (_direction != TalkDirection.Neutral && strength < _strength)) return;
        (_direction, _strength) = (direction, strength);
    }

    /// <summary>Something usual to say; a word or two may come again and again, more may not.</summary>
    private string Pick(string pool, ref Dice dice)
    {
        var text = dice.Pick<string>(_voices[pool]);
        var brief = dice.Chance(0.75);
        for (var i = 0; i < 5 && (Recent(text) || (brief && text.Count(c => c == ' ') > 1)); i++) text = dice.Pick<string>(_voices[pool]);
        if (_profile.Register == SpeechRegister.Typed)
        {
            // Nobody types a filler or a hum.
            text = text.Replace("Mm-hmm", "Yes", StringComparison.Ordinal).Replace("You know?", "Yeah.", StringComparison.Ordinal).Replace("Um, ", "", StringComparison.Ordinal).Replace("um, ", "", StringComparison.Ordinal).Replace("I'm", "im", StringComparison.Ordinal).Replace("don't", "dont", StringComparison.Ordinal);
        }

        return text;
    }

    private bool Recent(string text)
    {
        var turns = _state.Turns;
        text = text.TrimEnd('.');
        if (text.Count(c => c == ' ') < 2) return false;
        var longOne = text.Count(c => c == ' ') >= 3;
        for (var i = turns.Length - 1; i >= (longOne ? 0 : Math.Max(0, turns.Length - 8)); i -= 2)
            if (turns[i].Text.StartsWith(text, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private void Pool(string pool, ref Dice dice) => Put(Pick(pool, ref dice));

    /// <summary>A line of a pool that carries its code in front, or none.</summary>
    private void Generic(string pool, ref Dice dice)
    {
        var text = Pick(pool, ref dice);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space is >= 3 and <= 5 && text[space - 2] is '+' or '-')
        {
            var code = DarnCat.Codebook.Parse(text[..(space - 1)]);
            var strength = text[space - 1] - '0';
            text = text[(space + 1)..];
            Put(text);
            _codes.Add(new CodeSpan { Code = code, Start = _text.Length - text.Length, Length = text.Length });
            Count(code.Direction, strength);
            return;
        }

        Put(text);
    }

    private SpokenTurn Done(ref Dice dice, bool plain = false)
    {
        var text = _text.ToString();
        var shift = 0;
        if (!plain && _lines.Count > 0)
        {
            var lead = dice.Chance(_profile.Style is ClientStyle.Terse ? 0.08 : 0.22) ? Pick("lead", ref dice) + " " : "";
            // A lead before an own word of assent would stutter.
            if (lead.Length > 0 && !s_leads.Contains(FirstWord(text)) && _codes.All(c => c.Start == 0) && _book.Lines[_lines[0]].Line.Text.Length == FirstLength())
            {
                text = lead + Lower(text, lead);
                shift = lead.Length;
            }

            if (dice.Chance(_profile.Style is ClientStyle.Terse ? 0.02 : 0.05)) text = Tail(text, dice.Pick<string>(_voices["tail"]));
        }

        string? pending = null;
        if (!plain && _direction == TalkDirection.Neutral && _lines.Count is 1 or 2 && !_discord && !_risk && _revealed is null && dice.Chance(0.55)) (text, pending) = BreakOff(text);
        var codes = new List<CodeSpan>(_codes.Count);
        foreach (var code in _codes)
        {
            var start = Math.Min(code.Start + shift, text.Length);
            codes.Add(code with { Start = start, Length = Math.Min(code.Length, text.Length - start) });
        }

        if (_profile.Register == SpeechRegister.Typed)
        {
            text = Typed(text);
        }
        else if (!plain)
        {
            // Chance of its own: how something is said does not change what comes next.
            var apart = dice;
            text = Speech.Slips(text, codes, Slippage, ref apart);

            // "-and then I": the counselor's "mm-hm" came in the middle.
            if (_state.Turn > 1 && _heard.Acts[0] == HeardAct.Facilitate && _lines.Count > 0 && apart.Chance(0.3)) text = Speech.GoesOn(text, codes);
        }

        return new SpokenTurn
        {
            Text = text,
            Direction = _direction,
            Strength = _direction == TalkDirection.Neutral ? 0 : _strength,
            Codes = [.. codes],
            Lines = [.. _lines],
            Discord = _discord,
            Interest = _interest,
            Risk = _risk,
            Revealed = _revealed,
            Pending = pending,
        };

        int FirstLength() => _text.Length >= _book.Lines[_lines[0]].Line.Text.Length && _text.ToString().StartsWith(_book.Lines[_lines[0]].Line.Text, StringComparison.Ordinal) ? _book.Lines[_lines[0]].Line.Text.Length : -1;
    }

    /// <summary>The first word after a lead in lower case, unless it is "I" or a name.</summary>
    private static string Lower(string text, string lead)
    {
        if (lead.TrimEnd()[^1] is '.' or ']' || text.Length < 2 || text[0] == 'I' && (text[1] is ' ' or '\'' || text.StartsWith("I-", StringComparison.Ordinal))) return text;
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var word = end < 0 ? text : text[..end];
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe > 0) word = word[..apostrophe];
        return s_lowered.Contains(word.TrimEnd(',', '.')) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    /// <summary>Talk comes in pieces: a pause at a comma leaves the rest for when the counselor lets it come.</summary>
    private (string Text, string? After) BreakOff(string text)
    {
        foreach (var pause in s_pauses)
        {
            var at = text.IndexOf(pause, StringComparison.Ordinal);
            if (at < 0) continue;
            var (before, after) = (text[..at], text[(at + pause.Length)..].TrimStart());
            if (pause[0] == ' ') after = pause.TrimStart() + after;
            if (before.Count(c => c == ' ') is < 4 or > 10 || after.Count(c => c == ' ') < 3) continue;
            return _profile.Register == SpeechRegister.Typed ? (before, after) : (before.TrimEnd(',') + "-", after);
        }

        return (text, null);
    }

    /// <summary>How often a stretch of eight words has a slip; over all, as in faithful transcripts.</summary>
    private double Slippage => _profile.Style switch
    {
        ClientStyle.Talkative or ClientStyle.Tearful or ClientStyle.Pleasing => 0.95,
        ClientStyle.Terse or ClientStyle.Angry => 0.55,
        _ => 0.8,
    };

    private static readonly string[] s_pauses = [", ", " and ", " because ", " so ", " but "];

    private static string FirstWord(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', ',', '.');
        return end < 0 ? text : text[..end];
    }

    private static string Tail(string text, string tail)
    {
        if (text.EndsWith('?') || text.EndsWith(']') || text.EndsWith('-') || text.EndsWith("...", StringComparison.Ordinal)) return text;
        return tail[0] == '[' ? text + " " + tail : text.TrimEnd('.') + ", " + tail;
    }

    /// <summary>As typed: half of the sessions with care for capitals, half without; never longer or shorter but for the last point.</summary>
    private string Typed(string text)
    {
        var chars = text.ToLowerInvariant().ToCharArray();
        if (_state.Seed % 2 == 0)
        {
            var starts = true;
            for (var i = 0; i < chars.Length; i++)
            {
                var alone = chars[i] == 'i' && (i == 0 || chars[i - 1] == ' ') && (i + 1 == chars.Length || !char.IsLetter(chars[i + 1]));
                if (alone || (starts && char.IsLetter(chars[i]))) chars[i] = char.ToUpperInvariant(chars[i]);
                if (chars[i] != ' ') starts = chars[i] is '.' or '?' or '!';
            }
        }

        text = new string(chars);
        return text.EndsWith('.') && !text.EndsWith("...", StringComparison.Ordinal) && (_state.Turn + _state.Seed) % 3 > 0 ? text[..^1] : text;
    }

    private static string? Key(QuestionTopic topic) => topic switch
    {
        QuestionTopic.Day => "day",
        QuestionTopic.Amount => "amount",
        QuestionTopic.WhyHere => "why-here",
        QuestionTopic.Past => "past",
        QuestionTopic.Strengths => "strengths",
        QuestionTopic.Forward => "forward",
        QuestionTopic.Back => "back",
        QuestionTopic.Worse => "worse",
        QuestionTopic.Change or QuestionTopic.WhyNotLower => "change",
        QuestionTopic.Likes => "likes",
        QuestionTopic.Barriers or QuestionTopic.WhyNotHigher => "barriers",
        QuestionTopic.Next => "next",
        QuestionTopic.Others => "others",
        _ => null,
    };

    /// <summary>Lines that start like a lead need none.</summary>
    private static readonly HashSet<string> s_leads = [.. "Well Oh Um So And But Look Listen Mind Yeah No Because Right Ha Honestly Then Anyway You Okay Not um so well and but yeah no cos idk".Split(' ')];

    private static readonly HashSet<string> s_lowered =
    [
        .. "Let The A An It It's Its That That's This There There's They They're He He's She She's We We're You You're My Our Your When If Then But And So Because Since After Before Not Nobody Everybody Everyone Half Most Some Sometimes Once One Two Three Last Every At On In By For From With To What How Why Who Just Maybe Mostly Used Got Going Having Being Getting Work Usually Even Either All Any No Nothing Only Still Normally Probably Every".Split(' '),
    ];
}
