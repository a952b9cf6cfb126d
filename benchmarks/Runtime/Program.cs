using DynamoToolkit.Benchmarks.Checks;
using DynamoToolkit.Benchmarks.EndToEnd;
using DynamoToolkit.Benchmarks.Mapping;
using DynamoToolkit.Benchmarks.Measuring;

var variants = MappingVariants.Create();
foreach (var v in variants) { MappingChecks.Run(v); Console.WriteLine($"ok {v.Name}"); }
//foreach (var m in new MappingComparison(15).Run(variants)) Console.WriteLine(m);
using var server = CannedServerProcess.Start();
var clients = await ClientVariants.CreateAsync(server);
foreach (var c in clients) { await new ClientChecks(server).RunAsync(c); Console.WriteLine($"ok {c.Name}"); }
foreach (var m in await new ClientComparison(5).RunAsync(clients, ClientOperation.All)) Console.WriteLine(m);
