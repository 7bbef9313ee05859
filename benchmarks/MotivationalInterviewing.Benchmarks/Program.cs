using BenchmarkDotNet.Running;
using MotivationalInterviewing.Benchmarks;

if (!ReplySheets.Run(args)) BenchmarkSwitcher.FromAssembly(typeof(OpenCorpus).Assembly).Run(args);
