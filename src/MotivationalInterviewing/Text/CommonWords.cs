namespace MotivationalInterviewing.Text;

/// <summary>The two thousand commonest words of the open corpus, without apostrophes. They save time and change no result.</summary>
internal static class CommonWords
{
    internal const string List =
        "a able about abt account across actual actually add addiction address adverts afraid after afternoon afterwards again against age ago agree ah ahead " +
        "aint air airport alarm alcohol alive all allowed almost alone along already alright also altogether always am ambulance amlodipine an and angry ankles " +
        "anniversary annoying another answer any anybody anymore anyone anything anyway anywhere apart app appointment appreciate apps april are arent argue " +
        "argument arm arms army around art as ashamed ask asked asking asks asleep assessment asthma at ate attack attendance attitude august aunt auntie " +
        "average aw awake away awful aye b baby babys back bad bag bags balcony band bank bar basically bath bathroom bc be beans bear because bed bedroom " +
        "bedtime been beer beers before behind being believe bell belt bench bend bernie best bet better betting between big bigger bike bill bin bingo bins " +
        "bird birds birth birthday biscuit biscuits bit bits black blame blanket bleed bless blew block bloke blood bloods bloody blow blue board boat body " +
        "boiler bone book booked booklet books boots bored boring born boss both bother bothers bottle bottles bottom bought bout bowl box boxes boy boys brain " +
        "bread break breakfast breath breathe breathing bridge brilliant bring bringing brings broke broken brother brothers brought brown brush buddy building " +
        "built bus buses business busy but buy buying by bye c cab caffeine cake calendar call called calling calls calm came can canal cannot cans cant car " +
        "card cards care carers carried carry carrying case cash cat catch caught cause ceiling centre cereal certificate chair chairs chance chances change " +
        "changed changes changing charge chart chat check checked checking cheers cheese chef chemist chest child children chip chips choice choices choir " +
        "choose christening christmas church cigarette cigarettes circle class classes clean clear clever client clinic clock close closed club co coach coat " +
        "cody coffee coil coke cold colleague college colour come comes coming common company compared complete completely computer concerned condoms confident " +
        "consider considering consultant contact control cook cooking cool corner correct cos cost couch cough could couldnt couldve council count counted " +
        "counter counting counts county couple course court cousin cousins cover cravings crew cried cross crossword cry crying cup cupboard cups curry " +
        "curtains cut cutting d dad daddy dads daft daily danger dangerous dark dash data date dates daughter daughters day days dead deal dean dear death " +
        "decide decided decision dee deep degrees delete deleted deleting denise dentist depends depot desk diabetes diary did didnt die died difference " +
        "different differently difficult dinner dinners dip dirty do doable doc doctor doctors does doesnt dog dogs doing dollars done dont door doors dose " +
        "doses dots double doubles down downstairs dr drank drawer drawing dream dreams drew drill drink drinking drinks drive driver drivers drives driving " +
        "drop dropped drops drove drug drunk dry ducks due dumb dunno during dying dyou e each ear earlier early ears easier easter easy eat eaten eating edge " +
        "egg eh eight eighteen eighty either eleven else elses em email emergency empty end ended ends energy english enjoy enough er even evening evenings " +
        "ever every everybody everybodys everyone everyones everything everythings everywhere evidence ex exactly exam exams exclusion excuse exercise " +
        "exercises explain eye eyes face fag fags failed fair fall falls family fancy far farm fast fat father fault feb february fed feed feel feeling feels " +
        "feet fell fella felt fence ferry few fewer fifteen fifty fight figure file fill filled film finals find finding fine finger fingers finish finished " +
        "finishing fire first fish fishing fit fits five fix flask flat floor folder folk folks follow food fool foot football for forget forgot form forms " +
        "fortnight forty found four fourteen fourteenth fourth frank free fri friday fridays fridge friend friends frightened frightening from front fruit full " +
        "fun funeral funny further gambling game games gaming gap garage garden gas gate gave get gets getting girl girls give given gives giving glad glass " +
        "glasses go goal god goes going gone gonna good goodbye gosh got gotta gown gp grab grade grand grandson great green group groups grow growing grown " +
        "guess gum gums guy guys gwyn gym ha habit had hadnt haha hair half hall hand handed handle hands hang hanging happen happened happening happens happy " +
        "hard harder hardest hardly has hasnt hat hate have havent having he head headache heads health healthy hear heard hearing heart heat heavy hed held " +
        "hell hello help helped helps her here heres hers herself hes hey hi hid hide hiding high higher hill him himself hip his history hit hiya hm hmm hold " +
        "holding holds hole holiday holidays hollis home homework honest honestly hope hoping horrible hospital hot hour hours house housing how howd hows " +
        "howve hr hrs huh hundred hurt hurting hurts husband i ice id idea ideas idk if ignore ill im imagine important in inhaler injection innit inside " +
        "instead insulin insurance intake interlock into is isnt issue it itd itll its itself ive jail january jaw jean jeans job jobs joke joking judge jumped " +
        "june junior just k keen keep keeping keeps kept kettle key keys kid kidneys kids kill killed killing kilo kilos kind kinda kiss kit kitchen knee knees " +
        "knew knock know knowing known knows lab labs lad ladder lads lady lake lamp landing landlord laps laptop last lasted late lately later laugh laughed " +
        "laughs laundry law lawyer lay lead leaf leaflet learn least leave leaves leaving leeds left leg legs lent less let lets letter letters letting level " +
        "library licence license lie life lift light lighter lights like likely likes limit line lines link lip lips list listen listening literally little " +
        "live lived liver lives living load lock locker log logged lol lonely long longer longs loo look looked looking looks lord lose losing lost lot lots " +
        "loud love lovely low lower lozenge lozenges luck lucky luis lunch lung lungs lying m maam machine machines mad made mail mainly make makes making mam " +
        "mama mams man manage managed manager many march marcus mark marks married mask match mate mates math maths matter matters maureen may maybe me meal " +
        "mean means meant measure medication medicine medicines meds meet meeting meetings memory men mention mentioned mess message messing met meter mg mi " +
        "middle midnight might mightve miles milk mill min mind mine mins mint minute minutes miss missed missing mm mom moment moms mon monday mondays money " +
        "month months more morning mornings most mostly mother mothers motivation mountain mouth mouthwash move moved moving mr mrs ms much mug mum mums music " +
        "must my myself n nah name names nan nans nap near nearly neck need needed needle needs neighbor neighbour neighbours neither never new news next nice " +
        "nicotine night nights nine nineteen nineteenth ninety ninth no nobody nobodys noise none noon nope noreen normal normally nose not note notes nothing " +
        "notice noticed nought november now nowhere nowt number numbers nurse nurses o obviously oclock october odd odds of off offence offer offered office " +
        "officer often oh ok okafor okay old older olds on once one ones online only oof ooh op open opened opening opens operation option options or orange " +
        "order ordinary other others otherwise ought our out outside over owe own owt oxygen pack packed packet page pages paid pain pains paint paper papers " +
        "parents park parked parking part partner party pass passed past patch patches patient pause pay paying pays peace pee pen pencil penicillin people " +
        "peoples per percent perfect perhaps period person pharmacist pharmacy phone phones photo photos physio pick picked picking picture pictures pie piece " +
        "pill pillow pills pink pints place places plain plan planned planning plant plastic plate plates play playing plays please plenty plus pm po pocket " +
        "point police pool pop porch porridge portugal positive possible post pound pounds pour poured ppl practice pregnant prescription press pressure pretty " +
        "price print private priya prob probably problem program programme promise promised promising proper properly proud pub puff puffs pull pulled pulling " +
        "pulls purple purse push put puts putting quarter question questions queue quick quid quiet quit quite quitting quiz r radiator radio rail rain raining " +
        "ramadan ran random rang range rate rather ray reach read reading ready real really reason reckon recommend record red referral regular rehab release " +
        "remember rent repeat report research respect rest result results retired review rice ride rides right ring ringing rings rinse risk road roll ron roof " +
        "room roommate rope rough roughly round route routine row rubbish rule rules run running runs rush s safe safety said salad salt same sandwich sat " +
        "saturday saturdays saw say saying says scale scales scan scare scared scary schedule school screen screens season seat sec second seconds section see " +
        "seeing seem seems seen sees self sell send sending sends sense sensor sent sentence september serious seriously service session sessions set settee " +
        "setting settings settle seven seventeen seventy sex shakes shaking shall share shared sharp she shed sheet sheets shell sherry shes shift shifts shirt " +
        "shoe shoes shop shops short shot shots should shoulder shouldnt shouldve shout shouting show showed shower showing shows shut shuts shy sick side " +
        "sighs sign signed signing silence simple since sing singing single sink sir sister sisters sit site sits sitting six sixteen sixth sixty size skin " +
        "skip sleep sleeping slept slip slipped slot slow slowly small smaller smell smells smoke smoked smokes smoking so sober social sock socks sofa soft " +
        "some somebody somebodys someone someones something sometimes somewhere son song sons soon sooner sore sorry sort sorted sound sounded sounds soup " +
        "spacer spare speak speaking spend spins spoke sponsor spot spray spring squash st stage stairs stand standing stands start started starting starts " +
        "state station stay stayed staying stays steady stent step steps steroids stick sticker still stomach stone stood stool stop stopped stopping stops " +
        "store story straight strangers street strength stress stretches strip strips stroke strong stuck students studies stuff stupid such sugar sugars " +
        "suggest suit suits summer sun sunday sundays supervisor supper support suppose supposed sure surgeon surgery surprised swap sweating sweet swelling " +
        "swing switch switched system ta table tablet tablets tae tag take taken takes taking talk talked talking talks tall tank tape taste tastes taught tax " +
        "taxi tbh tea teach teacher team teeth telephone tell telling tells telly temper ten tenth term terrible test tests text texted texting texts th than " +
        "thank thanks that thatd thatll thats the their them then there theres thermo these they theyd theyll theyre theyve thing things think thinking thinks " +
        "third thirteen thirty this tho those though thought thoughts thousand thread three threw throat through throw throwing thru thumb thurs thursday " +
        "thursdays thx tick ticket tight tightness til till time times tin tiny tired to toast tobacco today toe together toilet told tom tomatoes tomorrow " +
        "tonight too took tooth toothbrush top totally touch touched touching town track traffic train training trial tried trip trouble truck trucks true " +
        "trust truth try trying tube tues tuesday tuesdays turn turned turning turns tv twelve twentieth twenty twice twins two tyler type typing u uber ugh uh " +
        "um uncle uncles under understand undetectable uni unit units unless until up ups upset upstairs ur us use used useful using usual usually van vape " +
        "vaping version very vet video view visit visits voice voices w wait waited waiting wake waking walk walked walking walks wall wanna want wanted " +
        "wanting wants ward warm was wash washing wasnt watch watched watching water way ways we weak wear website wed wedding wednesday wednesdays weds wee " +
        "weed week weekdays weekend weekends weeks weigh weighed weighing weight weird welcome well went were werent wet weve what whatd whatever whatevers " +
        "whats wheel when whenever whens where wheres wherever whether which whichever while whisky whistle white who whod whole whos whose why wi wife wifes " +
        "will willing willpower win window wine winter wireless wish with withdrawal within without woke woman won wonder wondering wont word words work worked " +
        "worker working works world worried worries worry worse worst worth would wouldnt wouldve wow write writing written wrong wrote x ya yall yard ye yea " +
        "yeah year years yellow yep yes yesterday yet yh you youd youll young your youre yours yourself youve yr yrs zero zombie";
}
