using System.Collections.Immutable;

namespace MotivationalInterviewing.Safety;

/// <summary>Who hears of a stop.</summary>
public enum EscalationMode
{
    /// <summary>Not decided: start-up fails, so that nobody believes a human is called.</summary>
    Undecided = 0,

    /// <summary>Nobody is called; clients see resources only.</summary>
    ResourcesOnly,

    /// <summary>A registered <see cref="IEscalationSink"/> is called.</summary>
    Sink,
}

/// <summary>Options of safety. There is no switch that turns screening off.</summary>
public sealed class SafetyOptions
{
    /// <summary>Who hears of a stop. Must be decided.</summary>
    public EscalationMode EscalationMode { get; set; }

    /// <summary>Country code or culture name for the resources; null for the general ones.</summary>
    public string? Locale { get; set; }

    /// <summary>How long a sink may take before the conversation no longer waits. Above 0, at most 30 seconds; 2 seconds by default.</summary>
    public TimeSpan SinkTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>True to keep the client's words in the audit; false by default.</summary>
    public bool AuditIncludesText { get; set; }

    internal IEnumerable<string> Faults(bool hasSink)
    {
        if (EscalationMode is not (EscalationMode.ResourcesOnly or EscalationMode.Sink))
            yield return "EscalationMode is undecided; register an IEscalationSink and choose Sink, or say ResourcesOnly.";
        if (EscalationMode == EscalationMode.Sink && !hasSink)
            yield return "EscalationMode is Sink, but no IEscalationSink is registered.";
        if (SinkTimeout <= TimeSpan.Zero || SinkTimeout > TimeSpan.FromSeconds(30))
            yield return "SinkTimeout must be above 0 and at most 30 seconds.";
    }
}

/// <summary>Calls a human. The host implements it.</summary>
public interface IEscalationSink
{
    /// <summary>Tells somebody. May throw or hang: neither blocks nor hides the resources.</summary>
    /// <param name="audit">What happened.</param>
    /// <param name="cancellationToken">Canceled when the time is over.</param>
    ValueTask EscalateAsync(RiskAuditEvent audit, CancellationToken cancellationToken);
}

/// <summary>One entry of the audit. Holds the client's words only when the host opted in, and never prints them.</summary>
public sealed record RiskAuditEvent
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The host's id of the conversation.</summary>
    public required string Session { get; init; }

    /// <summary>The highest level in the turn.</summary>
    public required RiskLevel Level { get; init; }

    /// <summary>What was done.</summary>
    public required RiskAction Action { get; init; }

    /// <summary>The findings: positions and rules.</summary>
    public required ImmutableArray<RiskFinding> Findings { get; init; }

    /// <summary>Phase before.</summary>
    public required SafetyPhase From { get; init; }

    /// <summary>Phase after.</summary>
    public required SafetyPhase To { get; init; }

    /// <summary>Why; see <see cref="SafetyStep.Reason"/>. A failed sink is "sink-failed", a slow one "sink-timeout".</summary>
    public required string Reason { get; init; }

    /// <summary>The client's words; null unless the host opted in.</summary>
    public string? Text { get; init; }

    /// <summary>Level, action and reason; no words.</summary>
    public override string ToString() => $"RiskAuditEvent {{ Level = {Level}, Action = {Action}, Reason = {Reason} }}";
}

/// <summary>An append-only record of what safety did.</summary>
public interface IRiskAuditLog
{
    /// <summary>Appends one entry.</summary>
    /// <param name="audit">The entry.</param>
    void Append(RiskAuditEvent audit);
}

/// <summary>Keeps the audit in memory. Safe for several threads.</summary>
public sealed class InMemoryRiskAuditLog : IRiskAuditLog
{
    private ImmutableList<RiskAuditEvent> _events = [];

    /// <summary>All entries so far, oldest first.</summary>
    public IReadOnlyList<RiskAuditEvent> Events => Volatile.Read(ref _events);

    /// <inheritdoc/>
    public void Append(RiskAuditEvent audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ImmutableInterlocked.Update(ref _events, static (list, e) => list.Add(e), audit);
    }
}

/// <summary>Screens a turn, moves the protocol, writes the audit and calls the sink. Safe for several conversations at once.</summary>
public sealed class SafetyGate
{
    private readonly RiskScreen _screen;
    private readonly CrisisResources _resources;
    private readonly IRiskAuditLog _log;
    private readonly IEscalationSink? _sink;
    private readonly SafetyOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Makes a gate.</summary>
    /// <param name="options">The options.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">The audit.</param>
    /// <param name="sink">Who is called; null for resources only.</param>
    /// <param name="screen">The screen; null for the shipped one.</param>
    /// <param name="resources">The resources; null for the shipped ones.</param>
    /// <exception cref="ArgumentNullException">Options, clock or log are null.</exception>
    public SafetyGate(SafetyOptions options, TimeProvider clock, IRiskAuditLog log, IEscalationSink? sink = null, RiskScreen? screen = null, CrisisResources? resources = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(log);
        (_options, _clock, _log, _sink) = (options, clock, log, sink);
        (_screen, _resources) = (screen ?? RiskScreen.Default, resources ?? CrisisResources.Default);
    }

    /// <summary>Handles one client turn. A sink or log that throws or hangs never takes the resources away.</summary>
    /// <param name="session">The host's id of the conversation.</param>
    /// <param name="state">The state so far.</param>
    /// <param name="text">The client's words.</param>
    /// <param name="history">The turns before.</param>
    /// <param name="target">What the conversation is about; null when unknown.</param>
    /// <exception cref="ArgumentNullException">Session, state, text or history are null.</exception>
    public async ValueTask<SafetyStep> HandleAsync(string session, SafetyState state, string text, IReadOnlyList<Utterance> history, TargetBehavior? target = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(text);
        return await HandleAsync(session, state, _screen.Screen(text, history, target), text).ConfigureAwait(false);
    }

    /// <summary>Handles risk that did not come from a turn, such as an answer to a questionnaire. The same flow, audit and sink.</summary>
    /// <param name="session">The host's id of the conversation.</param>
    /// <param name="state">The state so far.</param>
    /// <param name="found">What was found.</param>
    /// <exception cref="ArgumentNullException">Session, state or found are null.</exception>
    public ValueTask<SafetyStep> HandleAsync(string session, SafetyState state, RiskAssessment found)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(found);
        return HandleAsync(session, state, found, text: null);
    }

    private async ValueTask<SafetyStep> HandleAsync(string session, SafetyState state, RiskAssessment found, string? text)
    {
        var step = SafetyProtocol.Next(state, found, _resources, _options.Locale) with { Assessment = found };
        var audit = new RiskAuditEvent
        {
            At = _clock.GetUtcNow(),
            Session = session,
            Level = found.Level,
            Action = step.Action,
            Findings = found.Findings,
            From = state.Phase,
            To = step.State.Phase,
            Reason = step.Reason,
            Text = _options.AuditIncludesText ? text : null,
        };
        if (step.Action > RiskAction.None || state.Phase != step.State.Phase) Write(audit);
        if (step.Escalates && _sink is not null && _options.EscalationMode == EscalationMode.Sink) await CallAsync(_sink, audit).ConfigureAwait(false);
        return step;
    }

#pragma warning disable CA1031 // Whatever a host's sink or log throws, the client still sees the resources.
    private void Write(RiskAuditEvent audit)
    {
        try
        {
            _log.Append(audit);
        }
        catch (Exception)
        {
            // The reply matters more than its record.
        }
    }

    private async ValueTask CallAsync(IEscalationSink sink, RiskAuditEvent audit)
    {
        using var stop = new CancellationTokenSource();
        try
        {
            // On the pool, so that a sink that blocks its thread holds up nobody.
            var call = Task.Run(() => sink.EscalateAsync(audit, stop.Token).AsTask());
            _ = call.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            await call.WaitAsync(_options.SinkTimeout, _clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            Write(audit with { Reason = "sink-timeout" });
        }
        catch (Exception)
        {
            Write(audit with { Reason = "sink-failed" });
        }
    }
#pragma warning restore CA1031
}
