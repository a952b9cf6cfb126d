using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.ChatRooms;
using Corpus.Configs;
using Corpus.Music;
using DynamoToolkit;
using DynamoToolkit.Schema;

namespace Corpus.Programs.Migrations;

/// <summary>Work that an operator starts by hand, once.</summary>
public static class Migrations
{
    /// <summary>Moves messages to another number of shards.</summary>
    public static async Task ReshardAsync(DynamoTable<Message> messages, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var options = new SweepOptions
        {
            MaxCapacityUnits = 50_000,
            PageSize = 200,
            OnPage = (soFar, _) =>
            {
                progress.Report(soFar.Scanned);
                return Task.CompletedTask;
            },
        };
        await messages.ReshardAsync(options, cancellationToken);
    }

    /// <summary>Copies tracks to a table of another account, a page at a time.</summary>
    [AllowScan("copies the table")]
    public static async Task CopyAsync(DynamoTable<Track> from, DynamoClient to, CancellationToken cancellationToken)
    {
        var target = to.Table<Track>("music-copy");
        await foreach (var page in from.Scan().PageSize(500).PagesAsync(cancellationToken: cancellationToken))
        {
            var result = await to.BatchWriteAsync(page.Items.Select(target.Put), cancellationToken);
            result.ThrowIfIncomplete();
        }
    }

    public static async Task<IReadOnlyList<string>> TablesAsync(DynamoClient db, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var name in db.ListTablesAsync(cancellationToken))
            names.Add(name);
        return names;
    }

    public static async Task CreateAsync(DynamoClient db, CancellationToken cancellationToken)
    {
        foreach (var definition in TableDefinition.ForAll(DynamoModels.All))
            await db.EnsureTableAsync(definition, cancellationToken);
    }

    public static async Task DropHistoryAsync(
        DynamoTable<Configuration> configurations, string path, CancellationToken cancellationToken) =>
        await configurations.DeleteHistoryAsync(Configuration.History(path), cancellationToken);
}
