using MotivationalInterviewing.Training;
using MotivationalInterviewing.Training.Stages;

// Trains the model that ships with the library, or one of your own:
//   ModelTrainer train <configuration> <model file>
//   ModelTrainer crossvalidate <configuration>
//   ModelTrainer evaluate <corpus folder>
// and the numbers behind stage and readiness, with their figures:
//   ModelTrainer stages <corpus folder> [<MIBot folder>]
//   ModelTrainer fit-stages <corpus folder>
switch (args)
{
    case ["train", var configuration, var model]:
        ModelTraining.Train(configuration, model, Console.WriteLine);
        return 0;
    case ["crossvalidate", var configuration]:
        ModelTraining.CrossValidate(configuration, Console.WriteLine);
        return 0;
    case ["evaluate", var corpus]:
        Console.Write(ModelTraining.Evaluate(corpus));
        return 0;
    case ["stages", var corpus, .. var rest]:
        StageStudy.Evaluate([corpus], rest.FirstOrDefault(), ownCoder: false, Console.Out);
        Console.WriteLine();
        StageStudy.EvaluateCoder([corpus], rest.FirstOrDefault(), Console.Out);
        return 0;
    case ["fit-stages", var corpus]:
        StageStudy.Print([corpus], Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("ModelTrainer train <configuration> <model file> | crossvalidate <configuration> | evaluate <corpus folder> | stages <corpus folder> [<MIBot folder>] | fit-stages <corpus folder>");
        return 2;
}
