using System.Globalization;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>
/// The program that the rules are measured on: 500 entities in 50 tables, and 2,000 call sites in services that use them, four in each.
/// </summary>
internal static class RuleSources
{
    public const int Entities = 500;
    public const int CallSites = 2_000;
    private const int TypesInATable = 10;
    private const int SitesInAService = 4;

    /// <summary>The file whose edits are measured: it has nothing to do with any item type.</summary>
    public const string Unrelated = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Application;

        public enum Spread { Narrow, Wide }

        /// <summary>What most of a program is: code that knows nothing of tables. Classes may be below it, as below most.</summary>
        public class Statistics
        {
            private readonly Dictionary<string, List<double>> values = [];

            public void Add(string name, double value)
            {
                if (!values.TryGetValue(name, out var list))
                    values[name] = list = [];
                list.Add(value);
            }

            public double Mean(string name) => values.TryGetValue(name, out var list) && list.Count > 0 ? list.Average() : 0;

            public Spread SpreadOf(string name) => values[name].Max() - values[name].Min() > Mean(name) ? Spread.Wide : Spread.Narrow;

            public IReadOnlyList<string> Names(Func<string, bool> filter) => values.Keys.Where(filter).Order().ToList();

            public async Task<int> CountAsync(IAsyncEnumerable<string> names, CancellationToken cancellationToken)
            {
                var count = 0;
                await foreach (var name in names.WithCancellation(cancellationToken))
                    count += values.ContainsKey(name) ? 1 : 0;
                return count;
            }
        }
        """;

    /// <summary>The files: entities first, then services.</summary>
    public static string File(int number) => number < Entities ? Entity(number) : Service(number - Entities);

    /// <summary>How many files there are.</summary>
    public static int Files => Entities + (CallSites / SitesInAService);

    private static string Entity(int number) => BuildSources.Entity(number).Replace(
        "[DynamoTable(\"entities\")]", $"[DynamoTable(\"entities{number / TypesInATable}\")]", StringComparison.Ordinal);

    private static string Service(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Application.Entities;
        using DynamoToolkit;

        namespace Application.Services;

        public sealed class Service{{number}}(DynamoClient client, DynamoTable<Entity{{number}}> table)
        {
            public async Task<string?> DescribeAsync(string customer, string order, CancellationToken cancellationToken)
            {
                var found = await table.GetAsync(Entity{{number}}.Key(customer, order), cancellationToken: cancellationToken);
                if (found is null)
                    return null;
                var steps = string.Join(", ", found.Steps.Where(step => step.Length > 0).Select(step => step.ToUpperInvariant()));
                return $"{found.OrderId} of {found.CustomerId}: {found.Status}, {steps}";
            }

            public async Task<decimal> SumAsync(string customer, decimal least, CancellationToken cancellationToken)
            {
                var sum = 0m;
                var query = table.Query(Entity{{number}}.Partition(customer)).Where(e => e.Total >= least & e.Paid == true).Descending();
                await foreach (var one in query.WithCancellation(cancellationToken))
                    sum += one.Total;
                return sum;
            }

            public async Task<bool> ShipAsync(string customer, string order, Address address, CancellationToken cancellationToken)
            {
                var result = await table.Update(Entity{{number}}.Key(customer, order))
                    .Set(e => e.ShipTo, address)
                    .Add(e => e.Quantity, 1)
                    .Append(e => e.Steps, "shipped")
                    .If(e => e.Note.NotExists() | e.Tags.Contains("urgent"))
                    .ReturnNew()
                    .ExecuteAsync(cancellationToken);
                return result.Item is { ShipTo: not null };
            }

            public async Task<int> ImportAsync(IReadOnlyCollection<Entity{{number}}> items, CancellationToken cancellationToken)
            {
                var written = await client.BatchWriteAsync(items.Select(table.Put), cancellationToken);
                written.ThrowIfIncomplete();
                return items.Count - written.Unprocessed.Count;
            }
        }
        """);
}
