using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using TrackingStore.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>
/// Two servers on one table, and 24 clients that create, rename, delete and restore experiments over a few names, while requests are
/// throttled, transactions conflict and answers get lost.
/// </summary>
public sealed class NameRaceTests
{
    private const int Writers = 24;
    private const int Rounds = 12;
    private const int Names = 6;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_HaveOneHolder_WhateverIsLost()
    {
        using var engine = LocalDynamo.InMemory();
        await using var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        var options = new ServerOptions { Port = 0, Endpoint = dynamo.Endpoint };
        await using var first = await TrackingServer.StartAsync(options, Ct);
        await using var second = await TrackingServer.StartAsync(options, Ct);
        using var one = new MlflowClient(first.Url);
        using var two = new MlflowClient(second.Url);

        engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { Rate = 0.1 });
        engine.Faults.Inject(new LocalFault(FaultKind.Throttle) { Rate = 0.05 });
        engine.Faults.Inject(new LocalFault(FaultKind.TransactionConflict) { Rate = 0.1 });
        var created = await Task.WhenAll(Enumerable.Range(0, Writers)
            .Select(writer => Task.Run(() => WriteAsync(writer % 2 == 0 ? one : two, new Random(writer)), Ct)));
        Assert.True(engine.Faults.Struck > 100);
        engine.Faults.Clear();
        Assert.Contains(created, count => count > 0);

        // Each experiment has its name, and each name leads to its experiment.
        var all = (await one.PostAsync("experiments/search", new { max_results = 1000, view_type = "ALL" })).Ok()["experiments"]!.AsArray();
        var names = all.ToDictionary(e => (string)e!["name"]!, e => (string)e!["experiment_id"]!);
        foreach (var (name, id) in names)
        {
            var found = (await two.GetAsync("experiments/get-by-name?experiment_name=" + name)).Ok()["experiment"]!;
            Assert.Equal(id, (string)found["experiment_id"]!);
        }

        // Nobody else holds one.
        var expected = names.Select(e => $"{e.Key} EXP#{e.Value}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, await engine.ReservationsAsync());
        for (var i = 0; i < Names; i++)
        {
            var status = (await one.PostAsync("experiments/create", new { name = $"n{i}" })).Status;
            Assert.Equal(names.ContainsKey($"n{i}") ? 400 : 200, status);
        }
    }

    /// <summary>How many experiments a writer created.</summary>
    private static async Task<int> WriteAsync(MlflowClient client, Random random)
    {
        var created = 0;
        string? id = null;
        for (var round = 0; round < Rounds; round++)
        {
            var name = $"n{random.Next(Names)}";
            var (path, body) = (id is null ? 0 : random.Next(4)) switch
            {
                0 => ("experiments/create", (object)new { name }),
                1 => ("experiments/update", new { experiment_id = id, new_name = $"{name}" }),
                2 => ("experiments/delete", new { experiment_id = id }),
                _ => ("experiments/restore", new { experiment_id = id }),
            };
            var answer = await client.PostAsync(path, body);
            // Taken, moved by an own request whose answer was lost, or given up: what is stored decides, at the end.
            Assert.True(answer.Status is 200 or 400 or 404 or 409 or 429 or 503, $"{path}: {answer}");
            if (answer.Status == 200 && path == "experiments/create") (id, created) = ((string)answer["experiment_id"]!, created + 1);
        }

        return created;
    }
}
