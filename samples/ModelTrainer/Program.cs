using MotivationalInterviewing.Training;

// Trains the model that ships with the library, or one of your own:
//   ModelTrainer train <configuration> <model file>
//   ModelTrainer crossvalidate <configuration>
//   ModelTrainer evaluate <corpus folder>
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
    default:
        Console.Error.WriteLine("ModelTrainer train <configuration> <model file> | crossvalidate <configuration> | evaluate <corpus folder>");
        return 2;
}
