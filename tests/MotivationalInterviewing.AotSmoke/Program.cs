// Publishes with native AOT and runs from packed packages: codes a session, round-trips it through JSON, resolves from DI, answers a turn of a conversation and saves it.
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MotivationalInterviewing;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Safety;

using var services = new ServiceCollection().AddMotivationalInterviewing(o => o.Safety.EscalationMode = EscalationMode.ResourcesOnly).BuildServiceProvider();
var coder = services.GetRequiredService<SessionCoder>();
var coded = coder.Code(new Transcript
{
    Session = "smoke",
    Target = TargetBehavior.Alcohol,
    Utterances =
    [
        new Utterance { Turn = 0, Speaker = Speaker.Counselor, Text = "What would you like to be different?" },
        new Utterance { Turn = 1, Speaker = Speaker.Client, Text = "I want to stop drinking for my kids, I really do." },
        new Utterance { Turn = 2, Speaker = Speaker.Counselor, Text = "You want to be there for them." },
    ],
});
var json = JsonSerializer.Serialize(coded, MotivationalInterviewingJson.Default.CodedTranscript);
if (JsonSerializer.Deserialize(json, MotivationalInterviewingJson.Default.CodedTranscript) != coded) throw new InvalidOperationException("the session did not survive JSON");
if (coded.Utterances[1].Talk != TalkDirection.Change) throw new InvalidOperationException("change talk was not heard");
foreach (var turn in coded.Utterances) Console.WriteLine($"{turn.Utterance.Turn} {turn.Utterance.Speaker} {string.Join(' ', turn.Codes.Select(c => c.Code))}");
var engine = services.GetRequiredService<DialogueEngine>();
var answer = await engine.RespondAsync(engine.Start("smoke", new DialogueOptions { Target = TargetBehavior.Alcohol }), "I want to stop drinking for my kids, I really do.");
if (string.IsNullOrWhiteSpace(answer.Reply)) throw new InvalidOperationException("nothing was answered");
if (DialogueSession.FromJson(answer.Session.ToJson()).Turns != 2) throw new InvalidOperationException("the conversation did not survive JSON");
Console.WriteLine($"{answer.Move.Name}: {answer.Reply}");
return 0;
