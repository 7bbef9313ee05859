using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Dialogue;

/// <summary>Phrases by which the engine notices what a client turn does. "a/b" are alternatives, "*" a gap of up to three words, "^" the start of a clause, "$" its end.</summary>
internal static class SignalCues
{
    private static readonly (ClientSignals Signal, string Phrases)[] s_groups =
    [
        (ClientSignals.AsksAdvice, "what should i; what do you think i should; do you think i should; what would you do; what would/do you suggest/recommend/advise; any advice/ideas/tips/suggestions; got any ideas/tips/advice; give me * advice/tips/ideas; tell me what to do; what can i do; what could i do; how do i stop/quit/start/cut/change/handle/deal/get; what are my options; what do you think would help; do you have * ideas/suggestions/advice/tips; what would help; just tell me how; can you give me; what else have/do you got/have; what else you got/have; any other ideas/suggestions/tips/options; is there anything/something i can/could do/try; are there things/ways i can/could do/try; are there any things i can/could do/try"),
        (ClientSignals.AsksOptions, "what kind/kinds/sort/sorts/type/types of help/treatment/treatments/therapy/support/programs is/are/do/does/exist; what help/treatment/treatments/therapy/support is/are there/available/out; treatment options; options for treatment/help; what treatment/treatments/help is/are/works; what is there for people; is there treatment/help/medication/something for; what kind/kinds of help do you know; tell me about the kinds of help"),
        (ClientSignals.AsksReferral, "where can/could/do/would/should i get/find help/treatment/support/somebody/someone/counseling/therapy; where can/could/do/would/should i get/find some/any/more help/treatment/support/counseling; where can/could/do/would/should i go for; help where do/can i go; is there anywhere/somewhere i can/could go for/to; who can/could/should i talk to/see about; how do i find a clinic/therapist/counselor/group/doctor/meeting/program; can you refer me; can i talk/speak to/with a human/person/counselor/professional; can you find/recommend me a clinic/therapist/counselor/group/doctor/meeting/program; can you find/recommend me someone/somebody/help; find me a clinic/therapist/counselor/group/doctor/meeting/program; find me someone/somebody/help; do you know/have a/any clinic/therapist/counselor/group/place/places/someone/somebody; do you know of a/any clinic/therapist/counselor/group/doctor/place/places; is there a/any clinic/therapist/counselor/group/doctor/place/meeting near/around/nearby/in/here; know of a/any/some clinic/therapist/counselor/group/doctor/place/places; help near me; treatment near me"),
        (ClientSignals.AsksAboutProgram, "what do/will you tell/report; will the court/judge/school/employer see/hear/know; what goes to; do i have to be here; are you a robot/bot/human/person/machine/computer/program/real/ai/counselor/therapist; are you real/human/ai; are you even; am i talking to a; is this a bot/robot/computer/real; is this confidential/private; who reads; who sees; who can see/read; do you record; will you tell; who are you; what are you $; are you going to tell/report; going to report; do you report; report what i; tell my * what i; tell her/him/them what i; will anyone/anybody see/read; does my * see/read; you going to tell"),
        (ClientSignals.AsksAboutPrivacy, "what do/will you tell/report; what does the court/judge/school/employer see/hear/know; will the court/judge/school/employer see/hear/know; what goes to; do i have to be here/come; is this confidential/private; who reads; who sees; who can see/read; do you record; will you tell; will anyone/anybody see/read; does my * see/read; going to tell; going to report; do you report; report what i; tell my * what i; tell her/him/them what i"),
        (ClientSignals.Agrees, "^ yes; ^ yeah; ^ sure; ^ ok; ^ please; go ahead; of course; i would like that; sounds good; why not $; ^ go on; i guess so; fine by me; let us do; ok $; let us hear it; that would help; that would be"),
        (ClientSignals.Refuses, "^ no; not really; rather not; not now; do not want to hear; not interested; no thanks; no thank you; not today; do not want to plan; ^ not yet"),
        (ClientSignals.Withdraws, "stop giving me; do not give me; no tips/advice; enough tips/advice; no more advice/tips/ideas/suggestions/plans; do not want * advice/tips/suggestions; do not want a/any/your/this/the plan/list/advice; forget the plan; drop the plan; do not want to plan; stop telling me; changed my mind; did not ask for; stop with the; do not plan for me; leave the plan"),
        (ClientSignals.Correction, "that is not what i said/meant/mean; not what i said/meant; no that is not; that is not it; you got it wrong; you got that wrong; you misunderstood; ^ not exactly; that is not exactly; that is not right; i did not say; i never said; twisting my; words in my mouth; ^ not quite; that is not quite; that is not true"),
        (ClientSignals.Goodbye, "i have got to go $; i have got to go now; i have to go now; i have to go $; i got to go; i need to go $; i should go $; i better go; got to run; ^ bye; goodbye; bye $; talk later; talk to you later; see you $; see you later/soon/next; that is all for; that is it for today/now; done for today; call it a day; thanks for your time; thank you for your time; thanks for listening; thank you for listening; good night $"),
        (ClientSignals.Lapse, "i slipped; slipped up; i relapsed; a relapse; fell off the; i blew it; i caved; caved in; gave in; i messed up; i screwed up; i drank/used/smoked/gambled/vaped/bet again; went back to it; back to square one; started again; had a slip; undid it; ruined it all; picked up again; ended up drinking/using/smoking/gambling/betting"),
        (ClientSignals.SelfBlame, "i am such a; hate myself; so stupid; i am stupid; ashamed; disgusted with myself; i am a failure; i failed; let everyone/everybody/them down; pathetic; i am * weak/useless/pathetic/hopeless; i am weak; i am useless; a loser; no willpower; what is wrong with me; my own fault; i am an idiot"),
        (ClientSignals.Pressure, "made me come; make me come; sent me; the court; the judge; probation officer; my po; parole officer; forced to; forced me; have to be here; do not want to be here; did not want to come; supposed to be here; only here because; here because; not my idea; told me to come; mandated; court ordered; made me do; my wife/mother/father/boss/school/parents/husband made/makes/sent"),
        (ClientSignals.Discord, "shut up; bullshit; waste of time; waste of my; you/this/is/are/just/stop/here/keep/totally wasting my; leave me alone; screw you; fuck you; fuck off; piss off; get lost; you people; you do not get it; you do not know me; you have no idea; you do not understand; you are not listening; none of your business; do not tell me; ^ get off my; who do you think; what would you know; what do you know; stop asking; you keep asking; this is dumb/pointless/stupid/useless; stupid questions; you sound like; you are just like; you are a joke; are you even listening; stop repeating; stop lecturing; stop preaching"),
        (ClientSignals.NoIdea, "i do not know; no idea; i am not sure $; no clue; beats me; hard to say; could not tell you; i have no idea; who knows"),
        (ClientSignals.Pleases, "whatever you say; whatever you think; you are the expert; you know best; if you say so; do whatever you; anything you want; you are right; you are so right; whatever you want; anything you say; as you say; yes sir; you are the boss; you are the doctor"),
        (ClientSignals.ChangesSubject, "do not want to talk about; can we talk about; talk about something else; rather talk about; change the subject; not that again; let us talk about; leave that"),
        (ClientSignals.NamesTime, "tomorrow; tonight; today; this week/weekend/evening/afternoon; next week/weekend/month; monday; tuesday; wednesday; thursday; friday; saturday; sunday; every morning/evening/night/day; in the morning/mornings/evening/evenings; after work/lunch/dinner/breakfast/school; before work/lunch/dinner/breakfast/bed/school; at night; on weekends; at lunch; after i; when i get; when i wake"),
        (ClientSignals.OwnIdea, "i could; maybe i could; i might; i was thinking; i have been thinking about/of; i thought i would/could/might; what if i; i could try; i will; i am going to; i would start; i would try; i plan to; one thing i; start with; start by; swap; instead of"),
        (ClientSignals.SeeksWord, "what are they/those called $; what is it/that/he/she called $; what do you call it/them/that $; what is the word; how do you say $; how do you say it/that $; how do you put it"),
        (ClientSignals.Greeting, "^ hi $; ^ hello $; ^ hey $; hi there $; hello there $; good morning/afternoon/evening $; how are you $"),
        (ClientSignals.Thanks, "thank you; thanks"),
        (ClientSignals.Feeling, "scared; afraid; ashamed; sad; angry; tired; exhausted; lonely; alone; stressed; worried; anxious; guilty; embarrassed; hopeless; overwhelmed; frustrated; depressed; hurt/hurts; proud; happy; relieved; pissed; furious; miserable; sick of; fed up; hate; terrified; humiliated; nervous; lost $; miss; cried; crying; upset; worn out; stuck; died; dead; funeral; passed away; cancer; hospital; cries; weeping"),
    ];

    internal static readonly CueTable Table = new([.. s_groups.Select(g => g.Phrases)]);

    internal static ClientSignals Signal(int group) => s_groups[group].Signal;

    /// <summary>Subjects by the words that name them.</summary>
    private static readonly (string Topic, string Phrases)[] s_topics =
    [
        ("sleep", "sleep; sleeping; insomnia"),
        ("money", "money; debt; debts; rent; bills; broke"),
        ("work", "my job; at work; my boss; my work; work stress; unemployed"),
        ("your relationship", "my wife; my husband; my girlfriend; my boyfriend; my partner; my marriage"),
        ("the kids", "my children; my son; my daughter; the children"),
        ("your family", "my mother; my father; my parents; my family; my sister; my brother"),
        ("the drinking", "drink; drinking; drinks; alcohol; beer; wine; booze"),
        ("smoking", "smoke; smoking; cigarettes; vaping; vape"),
        ("weed", "weed; cannabis; marijuana"),
        ("gambling", "gambling; gamble; betting; slots; casino"),
        ("food", "eating; food; diet; my weight; sugar"),
        ("moving more", "exercise; gym; workout"),
        ("your health", "my health; blood pressure; diabetes; my heart; my liver; the doctor; my back"),
        ("the medication", "my tablets; medication"),
        ("your mood", "depressed; depression; anxiety; anxious; my nerves; panic"),
        ("court", "court; probation; parole; my case"),
        ("school", "school; homework; grades; class; college"),
    ];

    internal static readonly CueTable TopicTable = new([.. s_topics.Select(t => t.Phrases)]);

    internal static string Topic(int group) => s_topics[group].Topic;
}
