using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(MotivationalInterviewing.Benchmarks.OpenCorpus).Assembly).Run(args);
