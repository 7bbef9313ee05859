namespace MotivationalInterviewing.Coding;

/// <summary>How the sign of a cue comes about.</summary>
internal enum CueSign
{
    /// <summary>What follows in the clause decides: stopping, doing, something else.</summary>
    Object,

    /// <summary>As <see cref="Object"/>, with a negation inside the phrase.</summary>
    ObjectNegated,

    /// <summary>Toward change for any target.</summary>
    Change,

    /// <summary>Toward the status quo for any target.</summary>
    Sustain,

    /// <summary>Speaks for doing the behavior.</summary>
    ForBehavior,

    /// <summary>Speaks against doing the behavior.</summary>
    AgainstBehavior,

    /// <summary>Liking: for the behavior when that is what follows.</summary>
    LikingObject,

    /// <summary>Disliking: against the behavior when that is what follows.</summary>
    DislikingObject,

    /// <summary>A finished act: its verb, the behavior and a recent time decide.</summary>
    Step,
}

/// <summary>A group of cue phrases with one meaning.</summary>
internal readonly record struct ClientCue(ChangeTalkKind Kind, CueSign Sign, double Weight, int Band);

/// <summary>Cue phrases of client language by kind (DARN-CAT cue words; written for this library).</summary>
internal static class ClientCues
{
    private static readonly (ClientCue Cue, string Phrases)[] s_groups =
    [
        (new(ChangeTalkKind.Desire, CueSign.Object, 1.6, 3), "i want to; i want; i wish; i would like/love to; i would like/love; i really want to; i wanted to; want to; i hope to; i would rather; i would prefer to; we want to"),
        (new(ChangeTalkKind.Desire, CueSign.ForBehavior, 1.3, 3), "i crave; it tastes good; best part of my; my favorite; my favourite; can not wait to"),
        (new(ChangeTalkKind.Desire, CueSign.AgainstBehavior, 1.2, 3), "i hate the smell/taste; tastes/taste like/awful/horrible/disgusting/bad; i do not like needles"),
        (new(ChangeTalkKind.Desire, CueSign.LikingObject, 1.5, 3), "i like; i love; i enjoy; i really like/love/enjoy; i actually like/love/enjoy; i do like/love/enjoy; i like/love/enjoy a; i miss; looking forward to"),
        (new(ChangeTalkKind.Desire, CueSign.DislikingObject, 1.5, 3), "i hate; i do not like/enjoy; i can not stand; i really hate; i dread"),
        (new(ChangeTalkKind.TakingSteps, CueSign.Step, 1.8, 3), "i threw; i deleted; i poured; i flushed; i blocked; i handed; i gave; i left; i skipped; i called; i rang; i phoned; i joined; i signed; i booked; i told; i avoided; i swapped; i put; i went; i walked; i ran; i swam; i took; i have taken; i checked; i tested; i got tested; i brushed; i have flossed; i flossed; i missed; i forgot; i did; i used; i drank; i smoked; i bought; i have been; i started; i cooked; i brought; i packed; i have been packing/walking/going/taking/checking/keeping; i turned; i stopped; i only had; i came; ^ deleted; ^ threw; ^ checked; ^ took; ^ went; i have checked/walked/used/kept; i did not drink/smoke/use/go/bet"),
        (new(ChangeTalkKind.Commitment, CueSign.ObjectNegated, 1.5, 4), "i am not going to; i am never going to; not going to"),
        (new(ChangeTalkKind.Commitment, CueSign.Object, 1.2, 1), "i might; i may"),
        (new(ChangeTalkKind.Desire, CueSign.ObjectNegated, 1.5, 3), "i do not want my/him/her/them/it/that/any/anybody/people"),
        (new(ChangeTalkKind.Desire, CueSign.Change, 1.6, 3), "i wish i would/had never; i wish i did not"),
        (new(ChangeTalkKind.Need, CueSign.LikingObject, 1.5, 3), "i need a; i need my; i need another"),
        (new(ChangeTalkKind.Ability, CueSign.Object, 1.4, 2), "i can; i could; i am able to; i might be able to; i know how to; i managed to; i can probably; i could probably; i could maybe; i could try; be possible; i would be able to"),
        (new(ChangeTalkKind.Ability, CueSign.Change, 1.6, 3), "i can do it/that/this; i could do that/this; i have done it before; i did it before; that is doable; it is doable; i am sure/confident i/that; i know i can; i think i can; i can manage; not impossible; that is realistic; i could swap"),
        (new(ChangeTalkKind.Ability, CueSign.Sustain, 1.8, 3), "i can not do it/this/that; i can not stop/quit; i do not think i can; can not get up/through; can not close it; could not refuse; i can not face; will not let me; can not cook; i am not able; it is hard; so hard; i can not help it/myself; no willpower; tried everything; nothing works/worked; no way i can/could; it is impossible; too hard; i do not have the time/energy/willpower/strength; i have tried * times; i am hopeless; never works; i always fail; not strong enough; do not know how to; i do not have time; it is hard to; easier said; i keep failing; i could never"),
        (new(ChangeTalkKind.Need, CueSign.Object, 1.4, 3), "i have to; i have got to; i need to; i must; i should; i ought to; i really need to; i had better; need to; ^ got to; ^ have to"),
        (new(ChangeTalkKind.Need, CueSign.Change, 1.7, 3), "something has to change/give; something has got to change/give;  can not afford to keep; i need help; i need to change; it is important to me; has to stop; time to stop/quit/change; enough is enough; i need a change; i have to change"),
        (new(ChangeTalkKind.Need, CueSign.Change, 2.6, 3), "i can not go on; i can not keep; i can not just sit; i can not carry on; can not go on; can not keep living/doing/going/drinking/smoking/skipping/losing"),
        (new(ChangeTalkKind.Need, CueSign.Sustain, 1.7, 3), "i do not need to change/stop/quit/help/this/treatment; no need; i do not need help/a/any; i do not see * point/need/reason/why; not a priority; what is the point; do not have to change; i do not need"),
        (new(ChangeTalkKind.Commitment, CueSign.Object, 1.5, 4), "i will; i am going to; i plan to; i intend to; i am planning; i promise; i swear; i have decided; i decided to; i am gonna; i will try; going to try; i guarantee; starting monday/tomorrow/today"),
        (new(ChangeTalkKind.Commitment, CueSign.Change, 1.6, 4), "i am done with; i am quitting/stopping; from monday/tomorrow/today/sunday/now; i will do it; i am gonna do it; no more; i will be there; i will give it a try/go/shot; count me in; never again; i will stop/quit/cut; that is settled; i will make; it is a deal"),
        (new(ChangeTalkKind.Commitment, CueSign.Sustain, 1.9, 4), "i am not stopping/quitting/giving/doing/changing/cutting; i will not stop/quit/give/do/change; not going to happen; not going to do it/that/this;  no intention; nobody is going to; you can not make me; i do not plan to; do not see myself; i am not about to; i have no plans"),
        (new(ChangeTalkKind.Activation, CueSign.Change, 1.5, 2), "i am ready; i am willing; i am prepared; i am open to; i have been thinking about; i am thinking about/of; i am considering; i would be willing; i would consider; willing to; i am ready to; i would try; been turning it over; i might try; give it a try; could give it"),
        (new(ChangeTalkKind.Activation, CueSign.Sustain, 1.8, 3), "not ready; not willing; not prepared to; i am not there yet; not the right time; not right now; maybe someday; not yet"),
        (new(ChangeTalkKind.TakingSteps, CueSign.Change, 1.8, 3), "i threw * away/out; i poured; i deleted; i blocked; i signed up; i called/rang/phoned the; i went * days/week/weeks without; i have not had a/any/one; have not touched; have not smoked/drunk/used/vaped/gambled/placed; i have cut down/back; i have been cutting; i cut down/back; i started going/walking/taking/doing; i set * alarm/alarms; i made an appointment; i have been taking/going/walking/checking; i booked; i joined; i have stopped; i quit last; i handed; i gave away; i only had; i skipped the pub/bar; i told my/her/him/them i; i walked; days clean/sober; weeks clean/sober; i used the/a; i bought the patches; i wrote"),
        (new(ChangeTalkKind.TakingSteps, CueSign.Sustain, 1.6, 3), "i skipped; i did not go; i did not take; i have not been going/taking; i forgot to take; i left them; i bought another; i picked up again; i stopped taking; i stopped going; i went back to; i slipped; i relapsed; i missed"),
        (new(ChangeTalkKind.Reason, CueSign.AgainstBehavior, 1.3, 3), "it is killing me; wrecking my; wrecked my; tearing my; my memory; falling behind; shake; shaking; useless at; frightens; frightened; hiding; lying to/about; gives/give me headaches; slow me; make/makes/made me slow; like a zombie; hurts $; kill the mood; does/do not help me; does not fill; pointless; flatten me; it costs; costing me; cost me; so expensive; waste of money; waste of * time; makes/making me sick/feel/tired/angry/anxious; it is ruining; ruined my; ruining my; messing up; hurting my; affecting my; affects my; bad for me/my; i feel awful/terrible/sick/guilty/ashamed; hung over; got arrested; smell/smells/stinks; out of breath; i do not like what it; side effects; it hurts; embarrassing; embarrassed"),
        (new(ChangeTalkKind.Reason, CueSign.Change, 1.4, 3), "like my uncle/dad/father; my wife/husband/daughter/son/mother/kids/children/partner/girlfriend/boyfriend/family * worried/upset/hurt/scared/cried/crying/leave/left/hates; i am scared; i am worried; scares me; worries me; i am afraid; i do not want to die/lose/end/become; for my kids/children/family/daughter/son; lose my; losing my; lost my * job/wife/husband/license/kids/family/house/marriage/friends; can not climb/breathe/run/keep/walk; my liver/lungs/heart/health; blood pressure; my doctor said; the doctor said; i would feel better; i would have more; i would be healthier; save money; be around for; see my * grow; tired of; sick of; fed up with; i feel better; i am ashamed; ashamed of; die young; heart attack; be a better"),
        (new(ChangeTalkKind.Reason, CueSign.ForBehavior, 1.5, 3), "it/smoking/drinking/vaping relaxes; shuts up; lie awake; without a joint/drink/cigarette/smoke; keeps me; i sleep better; sleep so much better; quiets; settles me; makes me * happy/relaxed/calm; a bit of fun; good/big win; i feel better when; i feel steadier; helps/help me relax/sleep/cope/unwind/focus/calm/forget; it calms; calms me; takes the edge; it is fun; have fun; gets me through; makes me feel good/better/calm/normal/happy; my only; it helps; stress relief; all my friends; it is social; feels good; i feel steadier"),
        (new(ChangeTalkKind.Reason, CueSign.Sustain, 1.3, 3), "only thing/way/time i/that; only time i get; i would gain/miss/lose/be lost; gain weight; pile on; too busy; no time; withdrawal; withdrawals; too much stress; i would go crazy/mad/insane; would be boring/bored; nothing else; everybody/everyone else does"),
        (new(ChangeTalkKind.Other, CueSign.Change, 1.5, 3), "it is a problem; i have a problem; i have got a problem; become a problem; real problem; got/getting out of hand/control; out of control; getting worse; it has gotten; drink/smoke/use/eat too much; i am addicted; i am an alcoholic; i messed up; things have to; wake up call; it is not good; it is my fault; not proud of; i regret"),
        (new(ChangeTalkKind.Other, CueSign.Sustain, 1.7, 3), "not even a drug; it is legal; the fuss; a plant; never had a; it is my money; i only; just flavored; had it coming; all it is; not like i am; never actually; i had only; till ninety; it is just; not that bad; no problem; it is fine; i am fine; not addicted; not an alcoholic; not an addict; no big deal; not a big deal; it is not like i; it is not hurting; not hurting anyone/anybody; only on weekends; just a few/couple; everyone/everybody * drinks/does/smokes/drives; i do not have a problem; i do not have a * problem; do not see what the problem; do not think it is/i; i am not that; i have it under control; under control; blown out of; exaggerating; exaggerate; overreacting; not as bad; nothing wrong; i do not see * problem/wrong/harm; it is only; it is just a; i am not like; worse things; what is wrong with; makes no difference; i am not hurting; i was fine; my business; i do not think it"),
    ];

    /// <summary>All cues, then the stances: groups from <see cref="FirstStance"/> on.</summary>
    internal static readonly CueTable Table = new([.. s_groups.Select(g => g.Phrases), .. StanceCues.Groups]);

    internal static readonly int FirstStance = s_groups.Length;

    internal static ClientCue Cue(int group) => s_groups[group].Cue;
}
