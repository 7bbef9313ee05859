namespace MotivationalInterviewing.Coding;

/// <summary>What a cue phrase of counselor talk points at. The order is that of the groups.</summary>
internal enum CounselorCue
{
    Greeting,
    Structure,
    Confront,
    Warn,
    Permission,
    Choice,
    Freedom,
    Advice,
    Concern,
    Affirm,
    Support,
    ReflectionStem,
    TellMe,
    OpenQuestion,
    ClosedQuestion,
    Collaboration,
    Information,
    Reframe,
}

/// <summary>Cue phrases of counselor talk (MISC 2.5 counselor behaviors; written for this library).</summary>
internal static class CounselorCues
{
    internal static readonly CueTable Table = new(
        /* Greeting */ "^ hi; ^ hello; ^ hey; good morning/afternoon; nice to meet/see you; thanks/thank you for coming; have a good/great; see you next; how are you today/doing; take care $; ^ bye; ^ goodbye; welcome back; my name is",
        /* Structure */ "today we; we have * minutes; let us talk about; let us turn; let us start; let us begin; let us go; let us look at; let us move; before we; first we; next time; we will meet; our time; i will ask you; i am going to ask you; i have * questions; i will be asking; the way this works; what we do here; this session; we are going to talk; i would like to talk; i wanted to talk; we can talk about; shift gears; going back to; let me see if; let me summarize; let me make sure; the form; next appointment",
        /* Confront */ "that is an excuse; just an excuse; sounds like an excuse; you are in denial; you are kidding; come on $; do you really think; you do not really; are you serious; you are lying; stop making excuses; how could you do/let/be/say; how could you $; that is not true; you are not listening; you should be ashamed; that is ridiculous; you know better; do not you care; you obviously; you clearly do not; you have to admit; what did you expect; you are wrong; you are being; you are an alcoholic/addict",
        /* Warn */ "one more * and you; back in court/jail/prison; if you keep; if you do not stop/quit/change; unless you; you will die; you will end up; you will lose; or else; going to kill you; you are going to die/end/lose; back to court/jail/prison; you could die",
        /* Permission */ "would it be ok/alright/okay if i; is it ok/alright if i; is it ok with you; would you mind if; mind if i; do you mind if; can/could/may i share/offer/tell/give/suggest/ask; would it be helpful if i; would it help if i; would you like me to; would you like to hear; would you be interested in hearing; if it is ok; if that is ok; with your permission; would you be ok; is that ok $; would that be ok/alright; is it ok for me; would you be open to hearing; would you like some",
        /* Choice */ "up to you; your choice; your decision; your call; you decide; only you can; you are the one who; you are the expert; in your hands; you are in charge; whatever you decide; you get to decide/choose; nobody can make you; no one can make you; you have a choice; you are free to; you could also leave; it is your life; you set the pace; you are the boss",
        /* Freedom */ "you can ignore; ignore this; take it or leave it; if it does not fit; toss this; see if * fits; some people find; may or may not; you are free to; it is up to you; this might not; feel free to; whatever works for you; since you asked/are; you asked",
        /* Advice */ "you should; you could; you need to; you have to; you ought to; you might want to; you may want to; you must; you had better; why do not you; have you tried/considered/thought about; how about you; what if you; i would recommend; i recommend; i suggest; i would suggest; i would advise; i advise; my advice; i would encourage you; i want you to; i would like you to; i think you should; try to; the best thing; it would be better; it is important that you; it is important to; make sure you; you can try; maybe you can/could; one thing you can/could; it would be good; if i were you; consider",
        /* Concern */ "i am concerned; i am worried; i worry; worries me; concerns me; my concern; i am a bit worried; i am uneasy; i fear; i am afraid that; i do worry",
        /* Affirm */ "good for you; took courage; took a big step; big step; took guts; took strength; took resolve; i really appreciate; good job; great job; well done; that is great/wonderful/fantastic/awesome/excellent/terrific; congratulations; i admire; i appreciate; you have worked hard; you are really committed; that took; takes courage; takes a lot of; you have done a great/good; impressive; i am impressed; you care about; you are strong; you have shown; proud of you; kudos; nice work/job; you have a lot of strength; thanks/thank you for being/sharing/telling; you should be proud; you are determined; you have been really; that shows; you managed to; really great; good idea; great idea",
        /* Support */ "i am sorry; that must be/have; must be hard/tough/difficult/frustrating; that is tough/hard/rough/understandable; i understand; i can understand; i hear you; that makes sense; anyone would; i am here; we are here; i know it is hard; i know how; you are not alone; it is ok to; it is not easy; it is normal; that is not easy; sounds hard/tough/rough; i can imagine; i can see why; of course",
        /* ReflectionStem */ "sounds like; it sounds; from where you stand; what i am hearing; what i hear; i hear you saying; you are saying; so you; you feel; you are feeling; seems like; it seems; on the one hand; part of you; so what you; you mentioned; you said; you told me; in other words; it feels like; you would like; you want; you are; you have; you do not; you know that; so it is; so that is; so there is; so for you; and you; so right now; looks like; you wish; you think; for you; you see; you really; your; so the; so when you; it is like; you were; you can not; you also; you used; you just",
        /* TellMe */ "tell me about; tell me more; tell me what/how/why; tell me a bit/little; talk about that; say more; describe; walk me through; help me understand; give me an example; talk to me about; i wonder what/how/if; i am wondering; i am curious",
        /* OpenQuestion */ "^ what; ^ how; ^ why; ^ so what; ^ so how; ^ so why; ^ and what; ^ and how; ^ and why; ^ ok what; ^ ok how; ^ ok so what; ^ ok so how; ^ well what; ^ well how; what do you; what would; how do you; how would; how does; how did; what are; what is; what kind; what sort; what else; what made; in what way/ways; what makes; how come; what happens; how has; how is; how are; what have; what about; how about; what was; what concerns; what brings; what brought",
        /* ClosedQuestion */ "^ do/did/does/are/is/was/were/have/has/had/can/could/would/will you; ^ do/did/does/are/is/was/were/have/has/can/could/would/will/should; ^ so do/did/does/are/is/was/were/have/has/can/could/would/will; ^ and do/did/does/are/is/was/were/have/has/can/could/would/will; how many; how much; how often; how old; how long; how likely; how important; how confident; how ready; what time; which; when; where; who; on a scale; scale of; from zero; from one; zero to ten; one to ten; right $; correct $; is that right; or not; yeah $; does that; did i get",
        /* Collaboration */ "what would you like to; where would you like to; what do you make of; what do you think about/of that; which of these; what should we; how does that sound/sit/fit; where shall we; what works for you; would you like to; what would be * helpful/useful; what would you want to; do you want to talk; are you interested in",
        /* Information */ "research; studies; percent; per cent; people who; most people; many people; some people; the average; guidelines; recommended; the risk; risks; risk of; causes; can cause; can lead; because of the; in fact; the reason; there are; there is; we have; we offer; we can; our program; the clinic; it means; this means; that means; works by; called; symptoms; treatment; the doctor; doctors; nicotine; your test; your results; your score; your blood; it works; it can help; it helps to; i am a; i have; i used to; i quit; when i; for example; standard drink",
        /* Reframe */ "another way to look; another way of; on the other hand; maybe that is because; shows how much; because * cares; care about you; she/he/they is/are/must scared/worried; which also; learned something; you now know; the other side; looking out for");
}
