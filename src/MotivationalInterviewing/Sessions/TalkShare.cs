namespace MotivationalInterviewing.Sessions;

/// <summary>Who talked how much. Words are runs of letters and digits; bracketed remarks are not speech. Immutable; holds no words.</summary>
public sealed record TalkShare
{
    /// <summary>Words of the counselor.</summary>
    public required int CounselorWords { get; init; }

    /// <summary>Words of the client.</summary>
    public required int ClientWords { get; init; }

    /// <summary>Words of anybody else in the room.</summary>
    public required int OtherWords { get; init; }

    /// <summary>Time of the counselor; null when a turn of counselor or client has no start or end.</summary>
    public TimeSpan? CounselorTime { get; init; }

    /// <summary>Time of the client; null when a turn of counselor or client has no start or end.</summary>
    public TimeSpan? ClientTime { get; init; }

    /// <summary>The counselor's share of the words of counselor and client.</summary>
    public Ratio ByWords => Ratio.Share(CounselorWords, CounselorWords + ClientWords);

    /// <summary>The counselor's share of the time of counselor and client, 0 to 1; null without times.</summary>
    public double? ByTime => CounselorTime is { } counselor && ClientTime is { } client && counselor + client > TimeSpan.Zero ? counselor / (counselor + client) : null;

    /// <summary>Why there is no share by time; null when there is one.</summary>
    public string? ByTimeReason => ByTime is null ? "Not all turns have a start and an end." : null;
}

internal struct TalkCounter
{
    private int _counselor, _client, _other, _untimed, _timed;
    private long _counselorTicks, _clientTicks;

    public void Add(Utterance utterance)
    {
        var words = MitiText.CountWords(utterance.Text);
        var ticks = utterance is { Start: { } start, End: { } end } && end >= start ? (end - start).Ticks : -1;
        if (utterance.Speaker is Speaker.Client or Speaker.Counselor)
        {
            if (ticks < 0) _untimed++; else _timed++;
        }

        switch (utterance.Speaker)
        {
            case Speaker.Counselor: _counselor += words; _counselorTicks += Math.Max(0, ticks); break;
            case Speaker.Client: _client += words; _clientTicks += Math.Max(0, ticks); break;
            case Speaker.Other: _other += words; break;
            default: break;
        }
    }

    public readonly int CounselorWords => _counselor;

    public readonly int ClientWords => _client;

    public readonly TalkShare Snapshot()
    {
        var times = _untimed == 0 && _timed > 0;
        return new TalkShare
        {
            CounselorWords = _counselor,
            ClientWords = _client,
            OtherWords = _other,
            CounselorTime = times ? new TimeSpan(_counselorTicks) : null,
            ClientTime = times ? new TimeSpan(_clientTicks) : null,
        };
    }
}
