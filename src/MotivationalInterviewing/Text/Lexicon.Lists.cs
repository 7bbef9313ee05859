namespace MotivationalInterviewing.Text;

internal static partial class Lexicon
{
    /// <summary>
    /// One string per category; entries of one to three words, apart by commas, without regard to case or apostrophes.
    /// The order is part of the model: train again after a change.
    /// </summary>
    private static ReadOnlySpan<string> Lists => s_lists;

    private static readonly string[] s_lists =
    [
        // 1 Desire
        "want,wanna,wish,would love,i'd love,would like,i'd like,hoping,hope,keen,looking forward,rather,dream,longing,dying to,be nice to,be good to,be great to,would be nice,would be good,would be great",
        // 2 Liking and pleasure
        "enjoy,enjoyed,like it,love it,loved it,fun,relaxing,relax,relaxes,relaxed,buzz,treat,reward,pleasure,taste,tastes,lovely,best part,favorite,favourite,look forward to,a laugh,comfort,comforting,calm,calms,calming,soothing,takes the edge,edge off,unwind,wind down,chill,helps me sleep,helps me relax,get me through,gets me through,escape,switch off,numb,numbs,sociable,social,my time,me time,my thing,feels good,feel better,nice cold,company",
        // 3 Ability, yes
        "can do,i can,could do,could try,could probably,able to,manage,managed,managing,possible,doable,capable,confident,confidence,strong enough,willpower,done it before,stopped before,quit before,know how,figure out,handle it,i could,we could,realistic,achievable",
        // 4 Inability, effort
        "can't,cannot,couldn't,hard,too hard,difficult,tough,impossible,struggle,struggling,tried,tried everything,failed,fail,failing,give up,gave up,no willpower,weak,addicted,hooked,hopeless,useless,no idea how,don't know how,not able,unable,beyond me,stuck,no energy,too tired,no time,too busy,overwhelming,overwhelmed,easier said,end up,ended up,slip,slipped,relapse,relapsed,cave,caved,never works,doesn't work,didn't work,didn't last,lasted",
        // 5 Need and urgency
        "need to,needs to,must,have to,has to,got to,gotta,should,ought to,should probably,supposed to,important,matters,time to,something has to,about time,serious about,crucial,can't keep,can't go on,can't carry on,can't live like,enough is enough,had enough,wake up call,priority",
        // 6 No need, minimizing
        "not a problem,no problem,isn't a problem,don't need,doesn't need,not that bad,isn't that bad,not bad,no big deal,big deal,it's fine,i'm fine,fine,nothing wrong,under control,in control,could be worse,only a,only the,just a,just a few,just a couple,just one,just once,now and then,once in a,not much,not that much,not like i,like everyone,everyone does,everybody does,everyone else,all my friends,normal,exaggerating,exaggerate,overreacting,making a fuss,fuss,nagging,not addicted,not an alcoholic,not an addict,alcoholic,hardly ever,harmless,never hurt,not hurting,not hurting anyone,so what,who cares,don't care,nobody's business,my business,leave me alone,can stop any,stop whenever,stop anytime,whenever i want",
        // 7 Commitment and plan
        "i will,i'll,we'll,going to,gonna,i'm gonna,promise,swear,guarantee,plan to,plan on,planning to,planning on,the plan,intend,intend to,decided,decision,made up my,definitely,from now on,from monday,starting,start with,starting tomorrow,tomorrow,next week,this week,tonight,set a date,quit date,sign up,book,make an appointment,commit,committed,deal,i'm doing it,count on,give it a,give it try,i'll try,try to,try it,agree to,swap,cut down,cut back,cut out",
        // 8 Commitment against
        "not going to,not gonna,won't,never going to,no way,no chance,not stopping,not quitting,not giving,not giving up,not interested,don't want,don't wanna,refuse,forget it,not happening,no intention,not for me,keep drinking,keep smoking,keep doing,carry on,keep going,not ready,not now,not yet,maybe later,someday,some day,one day,waste of time,pointless,no point,what's the point,don't see why,don't see the,don't believe,rubbish,stupid,ridiculous,nonsense",
        // 9 Activation
        "ready,ready to,willing,willing to,prepared to,open to,considering,consider,thinking about,thinking of,thought about,been thinking,think about it,look into,up for,interested in,wondering,wonder if,might,maybe,perhaps,possibly,guess i could,suppose i could,i suppose,i guess,worth a try,worth a shot,worth trying,give it a go,happy to",
        // 10 Taking steps
        "started,i started,have started,i've started,been trying,i've been,threw,threw out,threw away,poured,deleted,blocked,signed up,booked,called,rang,phoned,went to,joined,bought,downloaded,cut down to,cut back to,down to,stopped,i stopped,quit,haven't had,haven't smoked,haven't used,haven't touched,haven't drunk,days without,days now,weeks now,clean,sober,since monday,since sunday,this morning,yesterday,last week,last night,been going,walked,took,told my,asked my,set an alarm,set alarms,packed,switched,swapped,left the",
        // 11 Body harm
        "liver,lungs,lung,heart,blood pressure,cancer,stroke,diabetes,cough,coughing,breath,breathless,out of breath,wheeze,wheezing,pain,hurts,hurt,headache,hangover,hangovers,sick,throwing up,vomiting,ill,tired,exhausted,knackered,shakes,shaking,sweats,weight gain,overweight,fat,obese,teeth,gums,skin,stomach,kidneys,kidney,eyes,feet,toes,leg,knees,back pain,infection,asthma,attack,hospital,ambulance,emergency,surgery,overdose,overdosed,blackout,blacked out,black out,fell,fall,injured,injury,die,dying,dead,death,kill me,killing me,health,unhealthy,healthier",
        // 12 Mind harm
        "scared,scares,scares me,scary,frightened,afraid,worried,worries,worry,worries me,worrying,anxious,anxiety,panic,depressed,depressing,depression,ashamed,shame,embarrassed,embarrassing,guilty,guilt,hate myself,disgusted,disgusting,sick of,tired of,fed up,miserable,awful,terrible,horrible,regret,disappointed,lonely,stressed,mess,out of control,lost control,losing control,not proud,not happy,unhappy,not me,not who i,can't remember,forget things,paranoid,moody,snapping,snap,angry",
        // 13 People harmed
        "my kids,my son,my daughter,my wife,my husband,my girlfriend,my boyfriend,my partner,my mum,my mom,my mother,my dad,my father,my family,my children,the kids,the baby,my baby,grandkids,grandchildren,granddaughter,grandson,marriage,divorce,leave me,left me,leaving me,argue,arguing,arguments,fight,fights,fighting,crying,cried,upset,let down,letting down,lied,lying,lie to,trust,example,role model,set an example,watching me,looks at me,looked at me,worry about me,worried about me",
        // 14 Money, work, law
        "money,cost,costs,expensive,afford,broke,debt,debts,rent,bills,savings,waste,wasting,spend,spent,spending,job,lose my job,fired,sacked,boss,work,late for work,missed work,police,arrested,arrest,court,judge,jail,prison,probation,parole,license,licence,fine of,lawyer,charge,charged,record,custody,social worker,social services,suspended,expelled,kicked out,grades,failing school,evicted",
        // 15 Benefits of change
        "better,feel better,be better,healthier,healthy,fitter,fit,energy,more energy,stronger,proud,save money,saving,savings,sleep better,breathe,breathe better,clear head,clearer,lose weight,lost weight,fit into,run around,play with,be there for,see them grow,live longer,longer life,get back,my life back,trust me,respect,freedom,free,independent,independence,in shape,good for me,good for my,help me,would help,happier,easier,worth it,benefit,benefits,difference,pays off,pay off",
        // 16 Problem recognition
        "problem,a problem,issue,gotten worse,getting worse,got worse,worse,too much,too many,too far,out of hand,bad habit,addiction,addict,wake up,realize,realise,realized,realised,notice,noticed,starting to see,not good,isn't good,no good,bad for me,not healthy,isn't healthy,not great,catching up,caught up,went wrong,gone too,can't remember,more than i,affecting,interfering,ruining,ruined,ruin,destroying,wrecking,wrecked",
        // 17 Change verbs
        "quit,quitting,stop,stopping,cut,cutting,reduce,reducing,change,changing,give up,giving up,get off,getting off,come off,coming off,stay off,staying off,stay away,avoid,avoiding,lose,losing,improve,improving,less,fewer,slow down,control,cut down,cut back,get help,getting help,drop,dropping,limit,limiting,break the,kick",
        // 18 Status quo verbs
        "keep,keeping,continue,carry on,stay,staying,same,as i am,the way i,way it is,like this,have a drink,a drink,a smoke,light up,smoke,smoking,drink,drinking,use,using,get high,high,stoned,bet,betting,gamble,gambling,vape,vaping,skip,skipping,skipped,miss,missed,forget,forgot,sit around,couch,sofa,tv,game,gaming",
        // 19 Alcohol
        "alcohol,drink,drinks,drinking,drank,drunk,beer,beers,wine,vodka,whiskey,whisky,gin,bottle,bottles,pint,pints,pub,bar,bars,cans,booze,liquor,shots,sober,hungover,hangover,tipsy,party,parties,partying,binge",
        // 20 Tobacco and vaping
        "smoke,smokes,smoking,smoked,smoker,cigarette,cigarettes,cig,cigs,fag,fags,pack,packs,pack a day,tobacco,nicotine,patch,patches,gum,vape,vaping,vapes,lighter,ashtray,chew,dip,tin,snus",
        // 21 Drugs
        "weed,pot,cannabis,marijuana,joint,joints,spliff,bong,stoned,high,drug,drugs,cocaine,coke,crack,meth,speed,heroin,pills,oxy,opioids,fentanyl,methadone,suboxone,buprenorphine,dealer,needle,needles,using,used,clean,dope,edibles",
        // 22 Food and weight
        "eat,eating,ate,food,foods,diet,weight,pounds,kilos,calories,snack,snacks,snacking,sugar,sugary,soda,chocolate,candy,chips,crisps,cake,cookies,biscuits,bread,pizza,burger,burgers,fries,fast food,takeaway,takeout,vegetables,veg,veggies,fruit,salad,cook,cooking,portion,portions,meals,meal,breakfast,lunch,dinner,sweets",
        // 23 Exercise
        "exercise,exercising,gym,walk,walks,walking,run,running,jog,jogging,swim,swimming,bike,cycling,yoga,dance,dancing,class,classes,stairs,steps,workout,work out,physio,exercises,stretch,stretching,active,activity,treadmill,fitness",
        // 24 Medication and monitoring
        "medication,medications,medicine,meds,pill,pills,tablet,tablets,dose,doses,insulin,inhaler,inhalers,preventer,puffer,injection,inject,prescription,side effects,side effect,blood sugar,sugars,glucose,meter,test,testing,checking,check my,check it,pharmacy,treatment,statin,statins,pressure,viral load,pillbox,pill box,alarm,reminder,reminders",
        // 25 Gambling and screens
        "bet,bets,betting,gamble,gambling,casino,slots,slot,machines,poker,horses,odds,win,winning,won,lose,losing,lost,stake,app,phone,game,games,gaming,online,screen,scrolling,console,play,playing,level",
        // 26 Law and programs
        "probation,parole,officer,court,judge,class,classes,program,programme,group,meeting,meetings,appointment,appointments,counseling,counselling,therapy,rehab,detox,community service,school,teacher,teachers,homework,attend,attendance,sponsor,mandatory,made me come,have to be,forced,sent me,make me,they said i,judge said",
        // 27 Sex and contraception
        "condom,condoms,sex,protection,protected,unprotected,pregnant,pregnancy,birth control,contraception,std,sti,hiv,partner,partners,prep,tested",
        // 28 Triggers
        "stress,stressed,bored,boredom,lonely,after work,weekend,weekends,friday,saturday,friends,mates,everyone around,parties,party,payday,coffee,after dinner,at night,evenings,evening,argument,upset,craving,cravings,crave,urge,urges,temptation,tempted,tempting,trigger,triggers,habit,habits,routine,around me,offers me,offered,peer pressure,withdrawal,withdrawals",
        // 29 Coping and aids
        "distract,distraction,call someone,talk to,support,supportive,sponsor,patches,gum,water,instead,instead of,swap,replace,replacement,hobby,hobbies,walk,deep breaths,breathing,meditate,meditation,plan,schedule,calendar,list,reminder,app,track,tracking,journal,diary,write down,wrote down,help from,ask for help,keep busy,busy,avoid,stay away,group,meetings",
        // 30 Values and identity
        "proud,values,value,family,faith,god,church,honest,honesty,responsible,responsibility,good mother,good father,good mum,good mom,good dad,better mother,better father,better parent,example,role model,independent,myself,person i,kind of person,who i am,who i want,goal,goals,future,dream,dreams,career,college,graduate,house,grow up,old enough",
        // 31 Past and history
        "used to,years ago,back then,when i was,growing up,as a kid,ever since,for years,always,always been,since i was,in high school,first time,last time,before,in the past,grew up,at first,originally",
        // 32 Conditionals
        "if,if i,unless,would,would be,would have,could be,were to,what if,as long as,only if,until,depends,in case",
        // 33 Contrast
        "but,but i,although,though,however,yet,still,except,on the other,other hand,even though,at the same,then again,having said,mind you",
        // 34 Cause
        "because,cause,cuz,since,so that,that's why,reason,reasons,due to,makes me,make me,made me,means,which means,otherwise",
        // 35 Hedges
        "maybe,guess,suppose,probably,kind of,kinda,sort of,sorta,a bit,a little,not sure,don't know,dunno,idk,i don't know,perhaps,somewhat,might,could be,i think,not really,i mean,you know,whatever",
        // 36 Intensity
        "really,very,so,totally,absolutely,definitely,completely,honestly,seriously,truly,extremely,really really,desperately,badly,a lot,so much,more than anything,no matter what,hundred percent,for sure,every day,all the time,constantly,every night,every single",
        // 37 Reported speech
        "he says,she says,they say,she said,he said,they said,told me,tells me,telling me,says i,said i,thinks i,think i,according to,doctor says,doctor said,my wife says,keeps saying,keep saying,keeps telling,keep telling,people say,everyone says",
        // 38 Discord
        "you don't,you people,you guys,you can't,your job,you know nothing,you don't know,you don't understand,don't tell me,telling me what,lecture,lecturing,preaching,judging,judge me,judging me,whatever,waste of time,not listening,aren't listening,stop asking,already told,i told you,what do you,none of your,you think,pushing me,pressure me,get off my,off my back,on my back,on my case,leave it,why am i,bullshit,crap,stupid questions,read my file",
        // 39 Agreement that owns
        "that's true,that's right,you're right,exactly,absolutely,definitely,of course,for sure,i agree,makes sense,good point,fair point,good idea,sounds good,that works,that would work,i'd be,i would,i do,it is,it does,i am,i have,yes i,yeah i,true,totally,it would,that would",
        // 40 Disagreement
        "no,nah,nope,not really,i disagree,i doubt,don't think,i don't think,doubt it,that's not,it's not,not true,no i,yeah but,yes but,i know but,not the same,but i,wrong,not exactly,hardly",
        // 41 Client questions
        "what do,how do,how much,how long,can i,do i,does it,is it,is there,will it,what about,what if,should i,would i,can you,could you,do you,are there,what are,what is,what's,why do,when do,where do,which one",
        // 42 Facts and logistics
        "o'clock,monday,tuesday,wednesday,thursday,years old,live with,work at,work in,moved,street,bus,drive,car,phone number,form,forms,address,appointment,name,weeks ago,months ago,about a,around,usually,normally,sometimes,per day,a day,a week,times a,twice,couple of",
        // 43 Small talk and thanks
        "hi,hello,hey,good morning,good afternoon,morning,thank you,thanks,bye,goodbye,see you,take care,nice to,how are,weather,traffic,parking,weekend,great,cool,perfect,awesome,appreciate",
        // 44 Open question forms (counselor)
        "what,how,tell me,tell me more,what would,what do,what are,what's,how would,how do,how did,how does,what makes,what kind,what else,in what ways,describe,walk me through,what happens,what happened,how come,why,what might,how might,how important,how confident",
        // 45 Closed question forms
        "do you,did you,have you,are you,is that,is it,was it,were you,would you,could you,can you,will you,has it,is there,does that,does it,how many,how much,how often,how long,when did,which,who,where,any other,anything else,right,is this,am i,shall we,on a scale,scale of,zero to ten,one to ten,0 to 10,1 to 10",
        // 46 Reflection stems
        "sounds like,it sounds,you're feeling,you feel,you felt,you're,you've,you want,you'd like,you don't,so you,so you're,so you've,so it's,seems like,seems,it seems,what i'm hearing,hearing you,i hear,part of you,on one hand,on the other,you know that,you're saying,you said,you mentioned,you're worried,you're not,it's like,feels like,it's been,almost like,in other words,you're thinking,you really,you haven't,you can,you see,matters to you,important to you,for you,and you,you wish,you would",
        // 47 Summary
        "let me see,to summarize,summarize,summarise,sum up,so far,let me make,make sure i,what you've said,you've told,you told me,you've talked,putting that together,pull together,let me recap,recap,did i miss,did i get,have i got,anything i,on the one,also said,as well as,and then",
        // 48 Affirmation
        "great,great job,good job,well done,good for you,wonderful,fantastic,excellent,impressive,impressed,proud of you,you've worked,worked hard,hard work,strength,strengths,courage,brave,took courage,determined,determination,you care,committed,thank you for,thanks for,appreciate you,appreciate your,you've managed,you managed,you kept,really good,amazing,congratulations,glad you,honest,honesty,resourceful,dedicated,takes a lot",
        // 49 Support
        "must be,that must,must have been,i'm sorry,sorry to,sorry,understand,understandable,i understand,tough,hard for you,difficult for you,frustrating,rough,a lot to,not alone,anyone would,many people,lots of people,i can imagine,imagine,here for you,here to help,we'll work,makes sense",
        // 50 Autonomy and permission
        "up to you,your choice,your decision,you decide,you choose,choice,only you,you're the,nobody can,no one can,in charge,would it be,be okay if,be all right,okay if i,ok if i,alright if,all right if,is it okay,is it ok,is it alright,mind if,would you mind,can i share,could i share,may i,if i share,if i ask,permission,what do you,what you think,make of that,how does that,what are your,where would you,interested in hearing,would you like,would you be,happy for me,take it or,leave it",
        // 51 Information
        "research,studies,study,shows,show that,evidence,percent,risk,risks,risk of,guidelines,recommended,recommend,recommendation,limit,limits,units,standard,average,effects,effect,causes,cause,increase,increases,increased,body,brain,blood,damage,known,usually,some people,many people,other people,for example,because it,which is,there are,there is,this is,means that,results,score,level,levels,clinic,service,services,program,options,available,works by,designed,contains,chemicals",
        // 52 Advice and direction
        "you should,you need to,you have to,you could,you might,you must,you ought,why don't you,have you tried,have you considered,try to,try and,i would,i'd suggest,suggest,suggestion,i recommend,recommend,i think you,advice,advise,make sure,don't,stop,start,you can,you'll need,need you to,want you to,i'd like you,i want you,how about,what about,what if you,maybe you,consider,one thing you,another thing,let's,set a,go to,call,talk to your",
        // 53 Warning and concern
        "if you don't,if you keep,if you continue,unless you,otherwise you,you'll end up,end up,you're going to,you will,could die,could lose,dangerous,danger,serious,very serious,harmful,i'm concerned,concerned,concern,concerns me,i'm worried,worries me,my worry,my concern,warn,consequences,consequence,lead to,leads to,risk losing,could kill",
        // 54 Confrontation
        "you're not being,excuse,excuses,come on,really,seriously,you don't care,don't you,didn't you,aren't you,haven't you,isn't it,don't you think,you said you,you keep saying,you always,you never,irresponsible,selfish,denial,in denial,lying,you can't,that's not,it's not,you know better,your fault,but you,how can you,how could you,what were you,disappointed,nonsense,ridiculous,i don't believe,are you sure",
        // 55 Structure
        "today,our time,minutes,session,last time,next time,before we,let's talk,talk about,move on,like to talk,like to ask,start by,i'd like to,i wanted to,want to ask,wondering if,i'm going to,going to ask,questions,question,confidential,form,fill,come back,see you,follow up,next week,next appointment,my name,i'm a,i work,here today,brings you,get started,before you go,wrap up",
        // 56 Facilitation
        "mm hmm,mhm,uh huh,okay,ok,right,yeah,yes,sure,i see,gotcha,got it,go on,alright,all right,wow,oh,ah,hmm,mm,mmm,good,yep",
        // 57 Ruler answers
        "scale,out of ten,out of 10,one,two,three,four,five,six,seven,eight,nine,ten,zero,number,a five,a six,a seven,a four,a three,an eight,halfway",
        // 58 Friends doing it
        "all my friends,my friends,friends all,my mates,everyone i know,people i know,whole family,my whole,everyone smokes,everyone drinks,around it,hang out,hanging out,going out,go out,social life,lose my friends,left out,fit in,crowd",
        // 59 Weather-beaten past attempts
        "tried before,tried that,tried it,i've tried,tried to quit,tried quitting,tried to stop,quit for,stopped for,lasted a,went back,started again,back to it,cold turkey,back on,fell off,the last time,every time i,always end up,third time,many times,so many times",
    ];
}
