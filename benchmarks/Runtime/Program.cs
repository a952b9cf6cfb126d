using DynamoToolkit.Benchmarks.Checks;
using DynamoToolkit.Benchmarks.Mapping;
using DynamoToolkit.Benchmarks.Measuring;

var variants = MappingVariants.Create();
foreach (var v in variants) { MappingChecks.Run(v); Console.WriteLine($"ok {v.Name}"); }
foreach (var m in new MappingComparison(15).Run(variants)) Console.WriteLine(m);
