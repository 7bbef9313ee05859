namespace MotivationalInterviewing.Dialogue.Guard;

/// <summary>The phrases behind the guard's rules. Kept general: signs of an act, not of a topic.</summary>
internal static class GuardLexicon
{
    /// <summary>Signs in a counselor's reply.</summary>
    public static GuardPhrases Reply { get; } = new(
        (GuardCue.Advice, """
            you should
            you shouldn't
            you really|probably|definitely should|ought
            you ought to
            you need to
            you've got to
            you have to start|stop|take|try|be|get|make|keep|go|do|cut|tell|talk|learn|put
            you must
            you just|really|first need|have to
            you'd be better|best off|on|with|to
            you're better|best off
            you had better
            you'd better
            you'll want|need to
            you'll have to
            you could always
            you could just|simply|also|try|start|maybe|even|perhaps|at
            you can always|just|try|start
            couldn't|could you just|always|maybe
            can't|couldn't you just|get|ask|do|use|put|leave|go
            could you leave|put|use|try|ask|set|move|swap|keep|take|get|go|walk|cut|switch|start|join|book
            perhaps|maybe you could|should|can|might
            you might|may want|like to try|consider|start|think
            you might want to
            you might find it|that|a
            you may find it|that
            why don't you
            why don't we
            ^why not ?
            why not just|try|start|make|order|get|use|ask|go|have|take|put|do|set|buy|join|book
            have you thought about|of
            have you considered
            have you ever thought|considered|tried
            have you tried
            did you ever think|try
            what about going|getting|trying|using|doing|taking|asking|just|joining|a|an|the|some|switching|setting
            what if you
            how about
            would|wouldn't it not? help|work|make to|if|sense you?
            it might|may|could|would be|really? helpful|worth|good|wise|best|useful|sensible to|if|for|idea|doing|trying
            it might|could|would|may help|be to|if
            it's best|better|important|worth|wise|essential|vital to|that|if
            it helps to|if
            it is best|better|important|essential|vital to|that
            the best|main|important|easiest|simplest|key thing|way|option|bet|step is|to|would
            i'd|would suggest|recommend|advise|encourage|urge
            i suggest|recommend|advise|encourage|urge
            i would suggest|recommend|advise|encourage|urge
            my advice|suggestion|recommendation
            what i'd do
            that's what i'd do
            if i were|was you
            in your shoes
            if it were|was me
            i'd go for|with
            i'd say get|try|start|go|cut|take|put|keep
            i'd get|try|start|cut|keep|drop|stop|use|put|leave|skip|talk|ask that|the|it|rid|a|them|some|to|on|with|off
            i want you to
            i'd like you to
            i need you to
            i'd love you to
            make sure
            be sure to
            remember to
            don't forget to
            a good|great way|idea|place|first to|is|would|step
            what you need to|is
            what works|helps is
            the trick|secret|key|thing is to
            all you need|have to
            you're going to have to
            try to
            try and
            ^try
            just try
            consider
            stick|stay with|to|away|off
            stay away
            keep away
            cut down|back|out|it on|to|off
            swap|replace ~ for|with
            think about getting|doing|trying|taking|joining|going
            you want to get|start|stop|be|cut|take|keep|put
            you can't just|keep|go|be
            one|another thing|option|idea you|to|is|would
            there's|is an? app|group|service|course|class|helpline|clinic|program|programme
            """),
        (GuardCue.MildAdvice, """
            you could
            you can
            some people|folks|mums|dads|parents|men|women|clients|patients
            many|most|lots|plenty|other|a people|folks|mums|dads|parents|others|men|women|clients|patients|of|few|lot people?
            a few|lot have|find|do|use|say|like
            people find|like|say|often|who
            others find|use|do|have|prefer
            what|how about
            what if
            could you
            could we
            maybe|perhaps
            shall we
            an option
            """),
        (GuardCue.Command, """
            ^stop|cut|take|get|put|keep|set|use|turn|leave|drink|eat|go|ring|call|phone|ask|bring|switch|make|give|start|join|find|write|buy|throw|delete|avoid|don't|drop|quit|swap|switch|skip|limit|reduce|remove|wear|hide|block|download|sign|book|order|pick|move|check|avoid|practise|practice|push|power|learn|remember|focus|ditch|bin|lock|tape|aim|be|pack|add|build|set|plan|stay|stick|do|read
            ^talk|speak to
            ^have a|some|your|the|one
            ^cold turkey
            ^no more
            don't be|do|go|let|skip|stop|worry|forget|drink|eat|use|keep|give|take|just|try|make
            so|then|just turn|take|put|go|use|get|set|leave|cut|stop|keep|give|say|tell|do|call|ask|ring
            and put|keep|cut|set|take it|them|the|your|a
            """),
        (GuardCue.Information, """
            research|studies|evidence|science|statistics|data|guidelines|experts|doctors|trials
            the research|studies|evidence|science|statistics|data|guidelines|experts|figures|facts
            did you know
            you know ~ that
            the fact is
            in fact
            on average
            per cent
            percent
            according to
            more|less|most likely|likelihood
            twice|times as|more|the
            higher|increased|increases|raises|lowers|reduces|doubles your|the|risk|chance|odds|rates
            risk of|factor
            at risk
            linked|associated|related with|to
            leads|lead to
            is known|called to|as
            that's known|called as
            tends|tend to
            recommended|recommends|recommend
            the official|average|normal|standard|safe|recommended
            is caused|a
            it can|does|takes|affects|damages|causes|raises|lowers|works|contains|builds|narrows|dulls
            causes|damages|affects|impairs|disrupts|contains|increases|lowers|worsens|stimulates|triggers
            can cause|lead|affect|damage|trigger|raise|lower|increase|harm|leave|make
            because your|the|it body|brain|liver|lungs|heart|blood|gums|skin|is|takes
            your body|brain|liver|lungs|heart|blood|circulation|gums|kidneys
            units|milligrams|grams|calories|hormone|hormones|enzyme|nicotine|dopamine|insulin|cortisol|melatonin|carcinogens|toxins|chemicals|receptors
            what happens is
            the thing is
            there's|there's|is strong|good|a evidence|link|research
            there are
            within|after _ weeks|months|days|hours|minutes|years
            """),
        (GuardCue.Argument, """
            don't you think
            wouldn't you rather|say|agree|want|like
            you'd|would agree
            surely
            isn't it|that|your|he|she|there
            aren't you|they|we
            doesn't that|it|she|he
            wouldn't it|that|you|they
            think about|of your|the|what|how|who|all
            imagine how|what|being|your|if
            just|only imagine|think|picture
            look what|at
            you owe it|them|yourself
            for your|the kids|children|family|sake|baby|own|health
            your family|kids|children|wife|husband|health|daughter|son needs|deserve|deserves|depend|depends|is|are|would|will|comes
            the sooner
            no better time
            it's time to|you
            you already know
            we both know
            you know ~ right|better|deep|yourself|it's
            deep down
            you're too|smart|clever|bright|intelligent|better|strong|worth smart|clever|enough|than|good|young|more
            smart|clever|bright|strong enough
            the benefits|truth|reality|fact|point|problem|trouble|point|bottom|good
            the good news
            on the bright side
            you'd|you'll feel|be|notice|find|thank|never|see|have|sleep|save so|better|look|a|much|happier|healthier|me|the|within|it|that|more
            worth it
            it's worth
            it would|will be|make so|worth|all|a|you
            what have you got to
            nothing to lose
            what's more important
            is it worth
            is that what you|worth|really
            so is|are|does|do
            why not a
            why not higher
            if you really|love|loved|cared|want|wanted|truly|are|were
            you've|you have so much|got much|every|everything|too|to
            the only way
            that's exactly why
            all the more
            but think|look|if|what|then|surely|isn't|remember|you|your|it|that's|there|at|don't|when|imagine
            legal doesn't
            doesn't mean
            cheaper|dearer than
            think how
            add up|it
            do the math|maths|sum
            simple|simply as|mathematics|maths
            ask yourself
            at the end of the day
            let's face it
            trust|believe me
            honestly
            i really|truly|honestly|do|strongly think|believe|feel
            i think|believe|feel you|it|that|it's|you'd|you're|you'll|we
            everyone|everybody knows|does|says|agrees|feels
            a matter of
            you can't change|expect|put|blame|keep|have|build|help
            """),
        (GuardCue.PersonalStory, """
            i did it
            i quit|stopped|gave|managed|used|lost|had
            i was the|just|a
            a friend|mate|colleague|client|cousin|neighbour|patient|lady|man|woman of|who|i
            one of my
            my own|brother|sister|dad|father|mother|mum|wife|husband|uncle|aunt|friend|cousin
            if i can
            so can you
            worked for me
            """),
        (GuardCue.Confront, """
            come on
            that's|it's|sounds|is just? like? an? excuse|excuses
            excuse|excuses
            rationalising|rationalizing|rationalisation|rationalization|minimising|minimizing|denial|deflecting
            in denial
            be honest
            let's be honest|real|clear
            honest with yourself|me|yourselves
            you do realise|realize|know
            do you realise|realize
            you realise|realize
            you're telling me
            are you telling|saying|seriously|really|trying|sure
            you expect me|us
            you told me
            you said you
            you sat there
            you promised|agreed
            you gave me
            with respect
            with all due
            whose choice|fault|idea|responsibility
            nobody|no-one|noone|no made|forced|forces|makes|is you|one|making
            plain and simple
            you can't just
            you can't blame|keep|have|tell|expect|be
            take responsibility|accountability|ownership
            your own fault|doing|choice
            only yourself to
            you chose
            you made|have|had a|the|your choice|decision|bed
            you're not being|even|really|trying|listening|taking|thinking|seeing|facing|doing
            you aren't being|even|trying|listening
            you don't seem|really|even|get|want|care|understand
            you clearly
            you obviously
            you always|never|keep do|say|have|listen|do|saying|telling|making|finding|doing|coming|putting
            blame|blaming
            hardly|scarcely
            ashamed|shame on
            how can|could you
            how do you expect|think
            what did you expect
            what were you thinking
            what kind of
            again already|then
            that's not|hardly|no good|an|really|what|how|the|excuse|reason
            that isn't|doesn't
            i find that
            i don't believe|buy|think|accept|see
            hard to believe
            do you even|really|honestly|actually
            did you even|really|actually
            don't you care|want|see|think
            can't you see|just|even
            you've been told|warned|given|had
            get real
            grow up
            wake up
            kidding|fooling|lying|lie|pretending|cheating|dodging|avoiding yourself|to|who|the
            who are you
            like what
            if you'd|you'd have|only done|listened|bothered|taken|tried
            if you did|had
            exactly|just what they|people|addicts|that|everyone
            that's what they|people|we|addicts|everyone all|always|call
            to be fair
            you're just|simply|only making|looking|trying|being|doing|saying|using|hiding|afraid
            if i'm honest
            let me stop
            """),
        (GuardCue.Sarcasm, """
            ^really ?
            ^seriously ?
            ^and yet
            yet you
            ^oh come
            ^right because
            ^sure but
            ^everyone ?
            ^nobody ?
            ^never ?
            ^just ?
            ^only
            ^fine
            isn't that convenient
            how convenient
            funny how
            so you're
            so it's ~ fault
            so it wasn't|isn't|was
            """),
        (GuardCue.Warn, """
            if you keep|carry|continue|don't|stop|go|smoke|drink|use|miss|skip|leave|wait|do|ignore|won't|can't|slip|lose|get|are|fail ~
            keep this|that|it|going|doing up|on|and
            unless you
            you'll|you're|you will|you'd end|lose|be|regret|wind|die|find|get|go|need|have|see|pay up|back|it|in|sorry|your|looking|a|blind|dead|off|on|out
            you'll end
            you'll be back|looking|dead|in|on|lucky|the|sorry|next
            you're going to end|lose|be|die|get|kill|have|need|regret
            you won't see|be|have|live|get|make|last
            you could|might|may be|lose|end|die|get|have|go|not|wind next|your|up|a|in|dead|blind|it|lost|make|the
            you're heading|headed|looking|playing|risking|on|asking
            that's where you're|you'll|it
            or else
            or you'll|it'll|you're|you|they'll|she'll|he'll
            otherwise you|it|they
            before it's too|you
            too late
            don't be surprised
            don't say i|you
            don't come
            next time
            until it's|it|you're|you|one|something|somebody|someone
            one day
            sooner or later
            just a matter|question
            it's only a matter
            it won't be so|long|pretty|the
            be careful
            ^careful
            a ticking
            consequences
            dangerous|deadly|fatal|lethal|serious|irreversible|permanent
            killing|kills|kill you|yourself|people
            heart attack
            stroke|cancer|amputation|blindness|seizure|overdose|melanoma|emphysema|dementia|cirrhosis|stroke|dialysis
            back to|in|on court|jail|prison|hospital|square|the
            lose your|the|them|him|her
            taken|take off|away|them|him|her|your
            what then
            and then what
            how long do you think
            how many more
            do you want to end|die|lose|be|see|go
            do you want|need your|another|a|him|her|them
            you don't want to|your|that
            you wouldn't want
            within a year|month|week
            they will|won't|can|could
            """),
        (GuardCue.Label, """
            alcoholic|alcoholics|addict|addicts|addicted|junkie|druggie|stoner|pothead|drunk
            problem drinker|drinking|gambler|gambling|user
            gambler|gamblers|user|users|smoker|abuser
            compulsive|chronic|heavy|binge|problematic|functioning gambler|drinker|user|smoker|eater|alcoholic|spender
            addiction|addictive|codependent|promiscuous|obese|obesity|lazy|selfish|irresponsible|reckless|immature|manipulative|noncompliant|hypochondriac|narcissist|control
            non compliant
            not compliant
            drug seeking
            seeking behaviour|behavior
            anger problem|issues|issue
            an angry man|woman|person
            angry men|man|people
            bad mother|mum|mom|father|dad|parent
            a danger|liar|quitter|coward|criminal|bully|slob|couch|shopaholic|gamer|worrier|hoarder|control|risk
            in denial
            the illness|addiction|addict|disease talking
            someone like you
            people like you
            your sort|type|kind
            the type|kind|sort of person|who|mother|parent
            you're a|an|so|being|just|too
            that's|it's classic|textbook|typical
            classic|textbook|typical
            """),
        (GuardCue.Contradict, """
            ^but
            ^actually
            that's not|isn't true|right|quite|how|really|what|anxiety|the|a|fair|exactly|so
            that isn't
            it isn't|is|does|doesn't|do|did|can|will
            they|you|people don't|do|aren't|really
            there is
            there's every|always|plenty|no
            not really|quite|exactly|necessarily
            isn't the same
            is not the same
            same as|thing
            in fact
            on the contrary
            i'm afraid
            i disagree
            sure|granted|okay|true but
            but that|it|you|it's|that's|what|with|is|if|still|legal
            though|although
            it does|is|will|can|all|counts|still
            wrong
            mistaken|mistake
            myth
            i hear you but
            i understand but
            to be fair
            as well though
            still a|an|counts|harmful|dangerous
            you've swapped
            only pointing
            """),
        (GuardCue.Plan, """
            quit date
            let's set|make|put|start|get|pencil|write|agree|pick|book|say|plan|aim|draw|do|arrange|schedule|go|sort|begin|work|try
            let's put|get|have you|a
            we'll start|set|review|make|put|get|do|fill|aim|book|work|have|begin|say|go
            we need|should to|set|make|start|get
            here's what|the we'll|we're|you'll|you|i|plan
            what we'll do
            starting|from|by|on monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today|next|now|this
            i'll put you|down|it|that|your|in
            i'll write|book|order|sign|refer|ring|call|set|email|send|get|arrange|make|schedule|add|note
            shall we set|pencil|start|make|put|say|plan|write|pick|book|agree|get|at|do|aim|begin
            set|setting|pick|choose a|your|the|an date|goal|target|alarm|day|reminder|timer
            your goal|target|plan|first|next|homework
            as your goal|target|first
            as the target|goal
            the plan is
            a plan
            action plan
            step one|two
            it is $
            sign you up
            book you in
            get you a|on|into|started|signed|booked|set|to
            what target|date|day|goal
            so on|from the|monday
            can you commit
            are you going|ready|willing to
            when will|are|can|do you|we start|stop|quit|going|begin
            what's your|the first|next|plan|goal|target|start|quit|step
            by next week|month|time|session|visit
            """),
        (GuardCue.TakeOver, """
            i'll take it
            leave it to|with
            ^exactly
            ^perfect
            ^great
            ^brilliant
            ^good
            i like that|it
            that's what i
            that's exactly
            i was going to|about|just|thinking
            i'd already|add|go|do|make
            even better
            better still|yet
            what i'd do
            we'll review|do|fill|start
            i've already
            lots|plenty|loads of people
            is called
            the technique
            """),
        (GuardCue.Cheer, """
            you've got this
            you got this
            you can do it|this|anything
            i know you can|will|could|you'll
            i believe in you
            i've every|complete|full|total faith|confidence
            proud of you
            so proud
            amazing|awesome|fantastic|brilliant|incredible|wonderful|superb|unbelievable|superstar|terrific|excellent|marvellous|marvelous|phenomenal|inspiring|inspirational|champion|legend|rockstar|hero|star|warrior
            well done
            good|great|nice|fantastic|amazing|excellent|brilliant job|work|stuff|going|one
            good for|on you
            way to go
            keep it|going|up up|strong
            keep up
            love that|it
            go you|girl
            nothing can|will stop
            the sky's
            you're doing great|amazing|so|brilliantly|fantastic|really|your|well|brilliant
            you're a great|good|wonderful|star|fantastic|strong|lovely|brilliant|natural
            such a great|good|strong|star
            you're smashing|killing|crushing|nailing
            that's great|amazing|fantastic|brilliant|wonderful|awesome|incredible|so|fab|excellent|the spirit?
            how exciting|wonderful|fantastic|amazing
            hooray|yay|woohoo|whoa|wow|congratulations|congrats|bravo
            you're going to smash|do|be great|brilliant|amazing|it|so|fine
            i'm so|really|very|absolutely happy|pleased|proud|thrilled|impressed|excited
            onwards
            positive attitude|thinking|mindset
            """),
        (GuardCue.Reassure, """
            don't worry
            don't be so|too hard
            don't beat yourself
            don't give up
            it'll|it|that|you'll will? be fine|okay|alright|ok|all
            everything|everyone|every will|happens|does|parent|one
            i'm sure|certain|confident you|it|that|he|she|they|you'll
            no need to worry
            nothing to worry|fear
            you'll crack|get|be|do|manage|make it|there|fine|great|brilliant|amazing|through
            you'll be fine|okay|great|alright
            things will
            time's the|a
            cheer up
            look on the
            at least you|it|he|she|they
            could be worse
            we've all been
            it happens
            """),
        (GuardCue.Diagnosis, """
            you have an?|depression|anxiety|adhd|ptsd|alcohol|substance|sleep|a ~ disorder|dependence|dependency|addiction|depression|problem|syndrome|condition|disease
            you've got an?|depression|anxiety|a|adhd ~ disorder|dependence|depression|problem|addiction|syndrome|condition
            you're dependent|depressed|addicted|bipolar|clinically|anxious|diabetic|prediabetic|traumatised|traumatized|self
            dependent|dependence|dependency
            disorder|syndrome|pathological|symptom|symptoms|diagnosis|diagnosed|clinical|comorbid|reaction
            consistent with
            sign|signs|symptom|symptoms of
            self medicate|medicating|medicated
            self-medicate|self-medicating
            you may|might|could be|have developing|suffering|depressed|experiencing|depression|an|a
            sounds like you have|depression|anxiety|a|an|adhd|withdrawal|ocd
            that's withdrawal|depression|anxiety|addiction|your|the|clearly
            withdrawal|ocd|adhd|ptsd|bipolar|borderline|neuropathy|psychosis|apnoea|apnea|hyperemesis|copd|cirrhosis
            i'd say it's|you|you're
            what you have is
            clearly a|an
            by the sound
            """),
        (GuardCue.TreatmentClaim, """
            will|it'll|that'll|they'll|would|can cure|fix|sort|heal|clear|reverse|stop|solve|settle|help
            it'll sort|fix|clear|help|work|do
            will get better|rid|you
            get better with|in|if
            you don't need your|the|a|to any? tablets|medication|doctor|see|pills|insulin
            you can stop|skip|leave|come|halve|double taking|worrying|off|the|your|it|one
            leave off
            double|halve|skip|stop|up|lower|reduce|increase the|your|a|it dose|tablets|tablet|medication|insulin|pills
            guaranteed|guarantee|cure|cured|foolproof|miracle|proven
            you'd be|do better|fine|well|best on|off|with
            works|work for everyone|everybody
            everyone|everybody does|gets|feels well|better
            that's standard
            perfectly safe
            completely safe
            is safe
            it's safe
            it's nothing
            side effects
            adjusts|adapts
            """),
        (GuardCue.Secrecy, """
            between us|you|ourselves
            stays here|in|between|with|private|confidential
            won't|wouldn't|will|would|can't|couldn't|don't|never not? tell|say|breathe|repeat|pass|mention a|anyone|anybody|anything|your|her|him|them|it|soul|on|word
            won't go any
            goes no further
            never leave|leaves|tell|repeat|get|go
            our|your secret|secrets
            secret
            your secret's|is
            not a word
            my lips
            completely|totally|absolutely|strictly|fully|entirely|hundred|100 private|confidential|secret|percent|safe
            everything|anything|whatever|nothing|all you|that|said say|tell|you
            i swear|promise
            you have my word
            you've my|got my? word
            my word
            cross my
            nobody|no-one|noone|no will|needs|has|one|ever find|to|will|know|else
            off the record
            i can keep
            confidential|confidentiality
            """),
        (GuardCue.Concern, """
            i'm worried|concerned|uneasy|afraid|scared|nervous
            i worry|fear
            it worries|concerns me
            what worries|concerns me
            that worries|concerns|bothers me
            my worry|concern|fear
            i do worry
            """),
        (GuardCue.Autonomy, """
            up to you
            your choice|decision|call|business|life|own
            you decide|choose
            you're the one|expert|boss|judge
            only you
            if you like|want|wanted|prefer|choose|wish|do
            ignore this|that|it|me
            feel free
            toss|bin this|it|them
            you can bin|ignore|say|tell|leave|drop|take
            could suit
            might not|may fit|suit|be|not
            no pressure
            or not
            take it or leave
            whatever you decide
            you know yourself
            you might not|decide|choose
            nobody else
            yours to
            your say
            don't have to
            wouldn't argue
            no rush
            if it doesn't
            """),
        (GuardCue.AskPermission, """
            would|is|will it|that be|would? ok|okay|alright|helpful|useful|all|good|fine
            is it okay|ok|alright|all|fine
            is that okay|ok|alright|all
            would it be okay|ok|alright|helpful|useful|all
            would it help
            would you like to|me|some|a
            would you want to|me|some
            would you be interested|open|up|willing
            would you mind
            do you mind
            mind if i
            may|could|can|might i share|tell|ask|offer|mention|say|add|give|suggest|run|check|go
            shall i share|tell|mention|run|say|give|go|look
            can|could we talk|look|go
            interested in hearing
            want to hear
            want me to
            if you'd like|want|let
            with your permission|okay|ok|say
            how would you feel about
            how would it be if
            """),
        (GuardCue.Quoting, """
            you said|told|mentioned|were|wondered|talked|described|asked|thought|called|say|spoke|wanted|used|put
            as you say|said|put|see|told|call|asked
            you've said|told|mentioned|been|talked|thought|asked
            you'd say|said|thought|mentioned
            your words|own|idea
            in your words
            you were thinking|saying|wondering|telling
            for you
            to you
            """),
        (GuardCue.SecrecyLimit, """
            unless
            except
            can't promise
            cannot promise
            can't keep
            can't swear|guarantee
            won't swear|promise
            couldn't promise
            exception|exceptions|limits|limit
            if someone|somebody|anyone|a|you|you're|there's|it|anybody ~ danger|risk|hurt|harm|harmed|unsafe|hurting|safety|safe
            outside of danger
            danger|safe|safety|hurt|harm|risk
            have|need|had|might|must|obliged to act|bring|tell|pass|report|break|involve|share
            can and can't
            what i can
            some things
            """),
        (GuardCue.SafetyCare, """
            safe|safety|unsafe|danger|dangerous
            hospital|ambulance|emergency|911|999|112|988|111|000|helpline|samaritans|paramedic|urgent|urgently|naloxone|narcan|crisis
            doctor|gp|nurse|prescriber|medical|medic|pharmacist|midwife|clinic|specialist|detox|taper|psychiatrist|professional|team
            thoughts of
            thinking of|about killing|ending|suicide|hurting|harming|dying
            hurt|hurting|harm|harming yourself|her|him|someone|them|anyone|the
            suicide|suicidal|kill|die|dying|alive
            end|ending your life|it
            seizure|seizures|fits|withdrawal|withdrawals
            life threatening
            life-threatening
            i'm worried|concerned|scared
            i'm really|very worried|concerned
            worries me
            right now
            before anything|we
            stop us|there|you
            pause
            take that seriously
            i need to ask|check|say
            i want to ask|check|make
            have to ask
            somebody|someone with you|there|else
            with you
            today|tonight|now
            slowly|gradually|slow|supervised|step|stepping
            can we call|ring|get|phone
            could we call|ring|get|phone
            shall i|we call|ring|get
            let's get|call|ring
            means|access|pills|plan
            protect|protection|social worker|services
            please don't
            """),
        (GuardCue.OpenQuestion, """
            ^what|how|who|where|which|when|why ?
            what|how would|do|does|did|is|might|could|makes|made|was|are|has|were|else|will|happens|happened ?
            ^tell me
            ^say more
            tell me more|about
            what's|how's
            what's it like
            """),
        (GuardCue.ClosedQuestion, """
            ^is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|shall|any|isn't|aren't|don't|didn't|haven't|hasn't|couldn't|wouldn't ?
            ^how many|much|long|often|old|far|soon ?
            ^what time|day|age|size|brand|dose ?
            ^when did|was|do|is|are ?
            ^who lives|is|was ?
            ^where do|is|did ?
            """),
        (GuardCue.Strict, """
            you should just|really|probably|definitely|be|try|get|stop|take|start|consider|think|go|talk|cut|swap|ask|tell|call|ring|set|keep
            you need|ought|must to|be|stop|get|take|try|cut|start|tell|ask
            you've got to be|stop|get|start|take
            why don't you
            have you thought about|of
            have you considered|tried
            you could always|just|simply|try
            what about going|getting|trying|using|taking
            perhaps|maybe you could|should
            you might find it
            if i were you
            i'd suggest|recommend|advise
            try to|doing|getting|having|putting|taking|going|writing
            ^come on
            you're telling me
            and yet last|you|here
            yet last|you
            whose choice|fault
            be honest with
            you do realise|realize
            do you realise|realize
            that's an excuse
            making excuses
            in denial
            what do you expect
            you'll end|be up|back
            you'll regret
            or else
            unless you
            how long do you think
            the next thing you
            you're an addict|alcoholic
            you're a drunk|junkie|gambler|liar|stoner|drinker|smoker|problem
            you're promiscuous|selfish|lazy|irresponsible|addicted
            problem drinker|drinkers|gambler|gamblers
            you've got this
            you got this
            superstar|woohoo|yay|hooray
            nothing can stop
            so proud of
            i'm proud of
            keep it|up up|the
            you can do it|this
            time's the charm
            i know you can
            don't give up
            i'd say it's
            you may be|have developing|depression|suffering|a|an
            pathological|disorder
            self medicating|medicate
            it's never too
            think about|of your|the family|kids|children|health|career|future|message
            imagine how|being
            trust|believe me
            you owe it
            let's set|pencil|get|put|book|make
            quit date
            i'm afraid $
            isn't the same
            everybody's got one
            to be frank
            doesn't make your|it
            ^so turn|take|put|get|set|stop|cut
            """),
        (GuardCue.RiskCare, """
            safe|safety|unsafe|danger|dangerous
            hospital|ambulance|emergency|911|999|112|988|111|000|helpline|samaritans|paramedic|paramedics|urgent|urgently|naloxone|narcan
            doctor|gp|nurse|prescriber|medical|medic|medically|pharmacist|midwife|detox|taper|psychiatrist
            thoughts of
            thinking of|about killing|ending|suicide|hurting|harming|dying
            of hurting|harming|killing|ending|dying
            suicide|suicidal|die|dying|seizure|seizures|fits
            kill you|yourself
            end|ending your life|it
            i'm really|very worried|concerned|scared|frightened
            i'm worried|concerned|scared|frightened
            worries|worry|concerns|scares|frightens me|you
            stop us|there
            are you hurt|in|on|alone|safe
            life threatening
            social worker|services
            protect|protection
            """),
        (GuardCue.SecrecyVow, """
            between us|you|ourselves
            stays here|in|between|with
            won't|wouldn't|will|would|can't|couldn't never tell|say|breathe|repeat|mention|write a|anyone|anybody|anything|your|soul|word|nobody|no-one
            won't|wouldn't|can't|couldn't tell|say|breathe|repeat|mention|write a|anyone|anybody|anything|your|soul|word|nobody|no-one
            won't go any
            goes no further
            ever|never leave|leaves
            our|your secret|secrets
            your secret's
            not a word
            my lips
            completely|totally|absolutely|strictly|fully|entirely|percent private|confidential
            ^i swear|promise $
            you have|got my word
            you've my|got word|my
            my word
            cross my
            nobody|no-one|noone will|ever|know
            nobody|no-one|noone else will|ever
            off the record
            i can keep
            """),
        (GuardCue.SelfApology, """
            sorry
            i apologise|apologize
            i jumped|ran|pushed|went
            none taken
            fair enough
            """),
        (GuardCue.AsksView, """
            what do you make
            what do you think
            what's your take|view|sense
            how does that sit|land|sound|fit|strike|feel|compare
            how do you feel
            what's that like
            what are your thoughts
            does that fit
            would it fit
            which of those|these|that
            any of those|that|these
            what would that
            see anything
            """));

    /// <summary>Signs in a client's turn.</summary>
    public static GuardPhrases Client { get; } = new(
        (GuardCue.Invite, """
            what should|can|could|would|do i|you|we do|try|say|suggest|recommend|think|advise
            what do you think|suggest|recommend|reckon|advise
            what would you do|suggest|recommend|say|advise
            what do other|others|people|most
            how do other|others|people|most
            any tips|advice|ideas|suggestions|thoughts
            got any
            give me some|a|the|your|it
            tell me what|how|if|about|why|straight|more|the|honestly|which
            can|could|would|will you|u just? tell|explain|give|help|show|suggest|recommend|advise|say
            can|could|may i ask
            mind telling
            i'd|would like|love|want|be to|interested know|hear|understand|in|learn|see
            i want|wanted to know|hear|understand|ask
            i'd like|love to know|hear|ask|understand
            i'm all ears
            all ears
            let me have|know
            i'm asking|only
            do you know|have|reckon|think
            does it|that|the|this
            is it true|safe|bad|ok|okay|worth|normal|possible|better
            is there anything|a|something|any
            are there any
            would you say|recommend|suggest
            your opinion|advice|view|take
            in your experience|opinion
            what are the|my
            what happens|does|is|are|would
            how does|do|long|much|many|can|would
            i was wondering|hoping if|you|how|what
            i wonder|wondered if|how|what|whether
            wondering if|what|how|whether
            i don't know what to
            help me
            show me
            be blunt|frank|honest|straight
            asked you
            tell me
            so push
            push me
            go on
            go ahead
            fire away
            hit me
            run through|me
            explain
            educate me
            advise me
            curious|interested
            you must see|know
            serious|genuine|honest question
            what works|helped|helps|worked
            """),
        (GuardCue.Refuse, """
            don't want to|your|any|advice|tips|a|another|it|anyone
            not want to
            don't need|tell|start|give|lecture|preach|bother|even|you to|me|advice|your|telling|a|with|on|start
            had enough
            fed up of|with
            sick of people|being|hearing|you
            not interested
            no thanks|thank
            no thank
            ^nah
            ^no $
            ^nope
            not really
            rather not
            rather you didn't
            i'd rather not
            leave it|me
            i know all|that
            didn't ask
            not asking
            heard it all
            heard it
            i'm fine
            not today|now
            stop telling|going|asking
            mind your
            my own business
            everyone|everybody keeps|tells|telling
            people keep|going
            lecture|lectures|lectured
            another|one leaflet
            """),
        (GuardCue.Agree, """
            ^yes
            ^yeah
            ^yep
            ^aye
            ^sure
            ^ok
            ^okay
            ^alright
            ^please
            ^course
            of course
            go on
            go ahead
            why not
            i would
            i'd like|want|love|be
            i suppose
            if you like|want
            you can
            you may
            fine
            all right
            i don't mind
            be good|great|helpful|useful
            that would
            that'd
            mhm|mm
            please
            fire away
            """),
        (GuardCue.Change, """
            i want to|it|that|my|them
            i'd like|love to
            i wish
            want to stop|be|quit|change|get|cut|see|feel|have|do|lose|start|eat|sleep
            don't want to|my|him|her|them|it keep|be|end|die|lose|end|do|become|wake|that|seeing|seen|kids
            i can't keep|have|go|do|carry|live on|doing|going|that|like|this
            can't have that
            can't go on
            sick of
            tired of
            fed up with|of
            ashamed|embarrassed|scared|frightened|guilty|worried|worries|miss|missed
            i hate
            i need|have|ought|should|must to
            i've got to
            got to change|stop|do
            something has|had to
            i could
            i might
            i can
            maybe i
            part of me
            it's ruining|killing|costing|hurting|affecting
            for my|the kids|son|daughter|grandson|baby|family|health
            i don't like
            i'd feel|be|sleep|have
            i would
            i managed|did|stopped|cut|left|said|went|tried|walked|started|kept
            i'm going to
            i'm thinking
            i've been thinking
            i've thought
            would be nice|good|better
            it'd be
            i'm ready
            i know i
            enough of
            left at
            had enough
            """),
        (GuardCue.Sustain, """
            i like
            i love
            i enjoy
            i don't have|think|see|need|want|mind
            i haven't
            not a problem
            no problem
            helps me
            it helps
            it's only|just|not|my|the
            only a
            i can't
            i couldn't
            i'd never|climb|be|miss|lose|go
            i'd miss
            no way
            nothing wrong
            not that bad
            everyone|everybody does|drinks|smokes|was|is|failed|has
            what's the point
            no point
            there's no
            i'm fine
            i'm not
            i'm alright
            never did
            did him|me no
            doesn't bother|matter
            i won't
            i'm happy
            i deserve
            relaxes|calms|keeps me
            gets me
            only time|thing|hour|bit
            not ready
            too hard|busy|tired|old|expensive
            who wouldn't
            who doesn't
            isn't going to
            not going to
            that's not
            don't see
            my own business
            without it|them
            """),
        (GuardCue.Commit, """
            i'm going to
            i will
            i'll
            i've decided
            i decided
            i'm doing|stopping|quitting|starting|giving
            it's happening
            i've booked|bought|told|signed|thrown|binned|set|started|put|arranged|rung
            i booked|signed|bought|threw|binned
            starting monday|tomorrow|today|from
            from monday|tomorrow|today
            on monday
            made up my mind
            that's it
            i promise
            i swear
            definitely
            my plan
            my goal
            i'm ready
            we're doing
            set on
            i'd thought
            i want to set|plan|make|start|pick
            can we set|plan|make|start|pick
            """),
        (GuardCue.OwnIdea, """
            i thought maybe|i|about|of|we|i'd|perhaps
            i'd thought
            i was thinking
            i've been thinking
            i've thought
            i've an idea
            i have an idea
            an idea
            i wondered
            i was wondering
            what if i|we
            maybe i
            i could
            i might
            could maybe
            my own invention|way|idea
            my idea
            i reckon
            i had|got this idea|thought
            i said i'd
            i'd think
            one thing i
            i've started|put|got
            my sister|brother|wife|husband|friend|mum|daughter reckons|says|suggested|could|thinks
            """),
        (GuardCue.Rhetorical, """
            what's the point
            who wouldn't
            who doesn't
            who cares
            so what
            why should|would i
            what do i|you want|expect
            what did you
            what's it to
            isn't it
            wouldn't you
            is there
            innit
            you know
            right $
            is it $
            don't you $
            do they $
            isn't he|she $
            what am i supposed
            why bother
            how am i supposed
            what can you do
            what else
            is that so
            """),
        (GuardCue.Risk, """
            kill myself|him|her|them|me
            killing myself
            end it all
            end|ending my life
            hurt|harm|cut|hurting|harming|cutting myself
            hit|hits|punched|choked|strangled|slapped|beats me
            he's|she's|he|she hit|pushed|hits|punched|slapped|choked|shoved him|her|me|them
            scared|afraid|frightened of him
            burden to|anymore|much|any|on
            the pillow and
            clean nine|six|ten|eight|four|five|seven|twelve weeks|months in
            can't breathe|wake
            hallucinating|sweats
            like a leaf
            the shakes
            hands tremble|shake
            throwing|vomiting|coughing up? blood
            no point going on|living
            no point in living
            give|giving my things away
            voices telling|in
            whole strip|packet
            weeks|months in there
            clean since prison|rehab|jail
            nearly went over|died
            jaw aches
            tightness in
            goes grey
            suicide|suicidal
            better off without|dead
            want to die
            wish i was|were|wasn't dead|gone|here
            don't want to be here|alive|wake
            not wake|be up|here
            cutting|burning myself
            overdose|overdosed|od
            locked me
            marks|bruises
            hearing voices|things
            saying my name
            walls have
            chest pain|pains|hurts|thing
            down my arm
            blue lips
            passed|blacked out
            blackout|blackouts
            fainted|faint|fainting|collapsed
            a fit
            seizure|seizures|fits|fitting
            seeing things
            blood in|when
            coffee grounds
            went|gone|turned yellow
            yellow eyes|skin
            hypo|hypos
            calories a day
            making myself sick
            don't remember driving
            had a drink and
            what's the point of living
            worms|bugs|following|watching me
            by|around the|my throat|neck
            went|turned blue
            bugs|spiders|things on the wall
            didn't|don't|never wake|woke up
            left her|him|them|baby in the car
            be gone|dead tomorrow|soon
            no reason to live|go
            rather be dead
            held|pointed a|the knife|gun
            wouldn't|won't let me leave|out
            took all|the whole my|of|bottle|box
            """),
        (GuardCue.StrongChange, """
            i'd like|love to|it|my|a
            i want|wanna to|it|my|be
            kinda|really|do want
            want to stop|be|quit|change|get|cut|see|feel|have|lose|start|eat|sleep|dream|chuck
            don't want to|my|him|her|them|it keep|be|end|die|lose|become|wake|that|seeing|hearing|kids
            can't have that
            i should|ought
            i know i should|need|ought|have|could|would
            i'd sleep|feel|be|breathe|have better|more|money|healthier|happier
            i'd love|like
            i do want|like
            breathing's|sleep's|mood's|skin's|chest's better
            i can't remember|breathe|sleep|afford
            i kept|took|stuck|managed it|them|to|that
            don't want my|to
            for my kids|girls|boys|son|daughter|health
            can't go on
            can't keep doing|going|living|on
            sick of|and
            tired of
            had enough
            ashamed|disgusted
            i miss
            i missed
            i hate
            i wish
            i need to
            i've got to
            something has to
            i know it's|it|i killing|making|makes|should|ought
            """),
        (GuardCue.StopNow, """
            stop|stopped|stopping|quit|quitting|flushed|binned|threw|chucked
            cold turkey
            as of today
            haven't had
            haven't taken|touched|drunk
            no more
            none since
            packed in|it
            gave up
            giving up
            come off
            came off
            coming off
            from tomorrow|today|tonight
            on dry
            gone $
            """),
        (GuardCue.DangerousSubstance, """
            diazepam|valium|xanax|alprazolam|lorazepam|ativan|clonazepam|klonopin|temazepam|benzo|benzos|benzodiazepines|nitrazepam|zopiclone|zolpidem|phenobarbital|barbiturates|oxazepam|librium|etizolam|ghb|gbl|baclofen|pregabalin|gabapentin|lyrica
            insulin|lantus|levemir|novorapid|prednisolone|prednisone|steroids|keppra|epilim|lamotrigine|carbamazepine|warfarin|lithium|clozapine|propranolol|bisoprolol
            methadone
            """),
        (GuardCue.HeavyUse, """
            two|three|four bottles|litres|liters of|a
            litre|liter|litres|liters of|a
            vodka|rum|whisky|whiskey|gin|spirits
            bottle|bottles of|a
            before breakfast|noon
            a fit
            the shakes
            shaking like
            ten|twelve|twenty|fifteen|eighteen|eight cans|pints|beers a
            cans|pints|beers a day
            """),
        (GuardCue.AsksSecrecy, """
            can't tell
            don't tell
            won't tell
            not tell
            you don't know
            between us|you
            secret|confidential|private
            promise|swear
            tell nobody|anyone|anybody|no-one|you
            if i tell
            goes straight
            find out
            who sees|reads|hears|else
            you lot talk
            write this|that|it
            anywhere near
            """));
}
