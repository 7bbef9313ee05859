namespace MotivationalInterviewing.Practice.Simulation;

/// <summary>How the state moves. All figures come from <see cref="ClientDynamics"/>.</summary>
internal static class Mind
{
    internal static double StartBalance(ClientProfile profile, ClientDynamics dynamics) =>
        dynamics.StageBalance[Math.Clamp((int)profile.Stage - 1, 0, 4)] - (dynamics.BalancePerResistance * (profile.Resistance - 1));

    /// <summary>What the counselor's turn does before the client has said a word.</summary>
    internal static ClientState Take(ClientState state, Heard heard, ClientProfile profile, ClientDynamics dynamics)
    {
        var hard = 0.55 + (0.15 * profile.Resistance);
        var (trust, discord, readiness, patience) = (state.Trust, state.Discord * dynamics.DiscordLasts, state.Readiness, state.Patience);
        foreach (var act in heard.Acts)
        {
            var effect = dynamics.Of(act);
            trust += effect.Trust > 0 ? effect.Trust * (1.15 - trust) * (heard.Parrots ? 0.4 : 1) / hard : effect.Trust * hard;
            discord += effect.Discord > 0 ? effect.Discord * hard : effect.Discord;
            readiness += effect.Readiness * hard;
            patience += effect.Patience * hard;
        }

        var reflects = heard.Acts.Any(a => a is HeardAct.ReflectChange or HeardAct.ReflectBoth or HeardAct.ReflectNeutral or HeardAct.ReflectSustain or HeardAct.Affirm or HeardAct.Support or HeardAct.EmphasizeChoice or HeardAct.Facilitate);
        var run = reflects ? 0 : heard.Asks ? state.QuestionsInARow + 1 : state.QuestionsInARow;
        if (run > 2)
        {
            // Question after question with nothing given back: an interrogation.
            discord += dynamics.InterrogationDiscord * hard;
            trust -= 0.008;
            patience -= dynamics.InterrogationPatience * hard;
        }

        if (reflects) patience += 0.015;
        if (heard.Triggered) discord += 0.12 * hard;
        readiness = Math.Clamp(readiness, 0, 10);
        return state with
        {
            Trust = Math.Clamp(trust, 0, 1),
            Discord = Math.Clamp(discord, 0, 1),
            Readiness = readiness,
            Patience = Math.Clamp(patience, 0, 1),
            Balance = StartBalance(profile, dynamics) + (dynamics.BalancePerReadiness * (readiness - profile.Readiness)) - (0.8 * discord),
            QuestionsInARow = run,
            Permitted = heard.Has(HeardAct.AskPermission) || (state.Permitted && !(heard.Asks && heard.Question != QuestionTopic.MakeOf)),
        };
    }

    internal static bool Leaves(ClientState state, ClientDynamics dynamics, ref Dice dice)
    {
        var strain = Math.Max(state.Discord, 1 - state.Patience);
        var chance = strain <= dynamics.LeavingDiscord || state.Turn < 4 ? 0 : dynamics.LeavingChance * (strain - dynamics.LeavingDiscord) / (1 - dynamics.LeavingDiscord);
        return dice.Next() < chance;
    }

    /// <summary>Which way the answer leans: odds of each side, multiplied by what the counselor's acts do to them.</summary>
    internal static TalkDirection Direction(ClientState state, Heard heard, ClientDynamics dynamics, ClientBook book, ref Dice dice)
    {
        var share = 1 / (1 + Math.Exp(-state.Balance));
        var (change, sustain) = (dynamics.Stance * share, dynamics.Stance * (1 - share));
        var neutral = 1 - dynamics.Stance;
        foreach (var act in heard.Acts)
        {
            var effect = dynamics.Of(act);
            change *= effect.Change;
            sustain *= effect.Sustain;
        }

        // Left to go on, people go on: the side taken last is likelier again.
        if (heard.Acts[0] is HeardAct.Facilitate or HeardAct.ReflectNeutral || heard.Question == QuestionTopic.More)
        {
            var last = state.LastLine < 0 ? TalkDirection.Neutral : book.Lines[state.LastLine].Direction;
            if (last == TalkDirection.Change) change *= dynamics.Momentum;
            else if (last == TalkDirection.Sustain) sustain *= dynamics.Momentum;
        }

        sustain *= 1 + (1.5 * state.Discord);
        if (state.Turn == 0) neutral *= 3;
        if (heard.Has(HeardAct.AskRuler)) neutral *= 6;
        var roll = dice.Next() * (change + sustain + neutral);
        return roll < change ? TalkDirection.Change : roll < change + sustain ? TalkDirection.Sustain : TalkDirection.Neutral;
    }

    /// <summary>What the client's own words do: people come to believe what they hear themselves say.</summary>
    internal static ClientState Settle(ClientState state, SpokenTurn turn, ClientProfile profile, ClientDynamics dynamics)
    {
        var readiness = state.Readiness;
        var slow = 1 - (dynamics.ResistanceSlows * (profile.Resistance - 1));
        if (turn.Direction == TalkDirection.Change) readiness += dynamics.ChangeMoves * turn.Strength / 5 * (0.4 + (0.6 * state.Trust)) * slow * (1 - (readiness / 12));
        else if (turn.Direction == TalkDirection.Sustain) readiness -= dynamics.SustainMoves * turn.Strength / 5;
        readiness = Math.Clamp(readiness, 0, 10);
        return state with { Readiness = readiness, Stage = StageOf(readiness, profile) };
    }

    /// <summary>A session moves a client by a stage at most; acting is done between sessions, not in them.</summary>
    private static StageOfChange StageOf(double readiness, ClientProfile profile)
    {
        var start = profile.Stage;
        var gain = readiness - profile.Readiness;
        if (start >= StageOfChange.Action) return start;
        if (gain > 2 && start < StageOfChange.Preparation) return start + 1;
        if (gain < -2 && start > StageOfChange.Precontemplation) return start - 1;
        return start;
    }
}
