using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Sends the same random requests to an engine and to a reference, and compares the answers.</summary>
internal sealed class DifferentialRun(IEndpoint engine, IEndpoint reference, bool isDynamoDBLocal)
{
    private const int EpisodeLength = 300;

    // DynamoDB Local remembers the tokens of the last run.
    private readonly string prefix = $"{Environment.TickCount64}";

    /// <summary>How many requests were compared.</summary>
    public int Requests { get; private set; }

    /// <summary>How many of these succeeded.</summary>
    public int Successes { get; private set; }

    /// <summary>The differences with an explanation, by it.</summary>
    public Dictionary<string, List<Difference>> Explained { get; } = [];

    /// <summary>The differences without an explanation.</summary>
    public List<Difference> Differences { get; } = [];

    /// <summary>Deletes all tables of both.</summary>
    public async Task ResetAsync()
    {
        foreach (var endpoint in (IEndpoint[])[engine, reference])
        {
            foreach (var name in (await endpoint.CallAsync(new Request("ListTables", []))).Body["TableNames"]!.AsArray())
                await endpoint.CallAsync(new Request("DeleteTable", new() { ["TableName"] = name!.GetValue<string>() }));
        }
    }

    /// <summary>Runs one episode: creates the tables, sends requests, compares what is left, and deletes the tables.</summary>
    public async Task RunEpisodeAsync(int seed)
    {
        var draws = new RequestDraws(new Draw(seed), $"{prefix}-{seed}");
        foreach (var table in TableShape.All)
            await CompareAsync(new Request("CreateTable", TableDraws.Create(table)), seed, -1);
        for (var step = 0; step < EpisodeLength; step++)
        {
            var request = draws.Next();
            if (!await CompareAsync(request, seed, step))
                await CopyToReferenceAsync();
        }

        foreach (var table in TableShape.All)
            await CompareAsync(new Request("Scan", new() { ["TableName"] = table.Name }), seed, EpisodeLength);
        await ResetAsync();
    }

    // Returns whether the answers are the same.
    private async Task<bool> CompareAsync(Request request, int seed, int step)
    {
        Requests++;
        var (ours, theirs) = request.Operation == "Scan"
            ? (await ScanAsync(engine, request), await ScanAsync(reference, request))
            : (await engine.CallAsync(request), await reference.CallAsync(request));
        Successes += ours.IsOk ? 1 : 0;
        if (ours.Status == theirs.Status && ours.Text == theirs.Text && ours.Capacity == theirs.Capacity)
            return !isDynamoDBLocal || !UpdateRequests.OnlyRemoves(request);

        var difference = await DifferenceAsync(seed, step, request, ours, theirs);
        if (isDynamoDBLocal && KnownDifferences.Explain(difference) is { } reason)
            Add(reason, difference);
        else if (isDynamoDBLocal && difference.IsOtherError)
            await ExplainMistakesAsync(difference);
        else
            Differences.Add(difference);
        if (request.Operation is "CreateTable" or "UpdateTable" or "DeleteTable" && ours.Status != theirs.Status)
            await DeleteTableAsync(request);
        return difference.IsCapacity && !UpdateRequests.OnlyRemoves(request);
    }

    private async Task<Difference> DifferenceAsync(int seed, int step, Request request, Answer ours, Answer theirs) =>
        new(seed, step, request, ours, theirs)
        {
            IsMissing = await IsMissingAsync(request),
            IsOrder = ours.IsOk && theirs.IsOk && await IndexQuery.IsSameAsync(request, engine, reference),
        };

    private async Task ExplainMistakesAsync(Difference difference)
    {
        var mistakes = new SeveralMistakes(engine, reference, AfterProbeAsync, (of, request, ours, theirs) =>
            DifferenceAsync(of.Seed, of.Step, request, ours, theirs));
        var (isOurs, isTheirs, smallest) = await mistakes.ExplainAsync(difference);
        if (isOurs && isTheirs)
            Add("Of several mistakes, each reports another: both report both once one is mended.", difference);
        else if (isOurs)
            Add("Of several mistakes, each reports another: DynamoDB Local reports that of the engine once its own is mended.", smallest);
        else
            Differences.AddRange(difference, smallest);
    }

    private Task AfterProbeAsync(Request request) => request.Operation switch
    {
        "CreateTable" or "UpdateTable" or "DeleteTable" => DeleteTableAsync(request),
        "GetItem" or "Query" or "Scan" or "BatchGetItem" or "TransactGetItems" => Task.CompletedTask,
        _ => CopyToReferenceAsync(),
    };

    private void Add(string reason, Difference difference)
    {
        if (!Explained.TryGetValue(reason, out var differences))
            Explained[reason] = differences = [];
        differences.Add(difference);
    }

    // After a difference, so that it is counted once.
    private async Task DeleteTableAsync(Request request)
    {
        if (request.Body["TableName"] is not { } name || TableShape.All.Any(table => table.Name == name.ToString()))
            return;

        foreach (var endpoint in (IEndpoint[])[engine, reference])
            await endpoint.CallAsync(new Request("DeleteTable", new() { ["TableName"] = name.DeepClone() }));
    }

    // An update never deletes an item. So an item that is missing after it was missing before.
    private async Task<bool> IsMissingAsync(Request request)
    {
        foreach (var update in UpdateRequests.Of(request).Where(UpdateRequests.OnlyRemoves))
        {
            var get = new JsonObject { ["TableName"] = update["TableName"]?.DeepClone(), ["Key"] = update["Key"]?.DeepClone() };
            if ((await engine.CallAsync(new Request("GetItem", get))) is { IsOk: true } answer && !answer.Body.ContainsKey("Item"))
                return true;
        }

        return false;
    }

    // The order of a scan is that of a hash which the service keeps to itself. So a scan is compared as a whole.
    private static async Task<Answer> ScanAsync(IEndpoint endpoint, Request request)
    {
        var body = request.Body.DeepClone().AsObject();
        var (items, count, scanned) = (new List<JsonNode>(), 0, 0);
        while (true)
        {
            var answer = await endpoint.CallAsync(new Request("Scan", body));
            if (!answer.IsOk)
                return answer;

            items.AddRange(answer.Body["Items"]?.AsArray().Select(static item => item!.DeepClone()) ?? []);
            count += (int)answer.Body["Count"]!;
            scanned += (int)answer.Body["ScannedCount"]!;
            if (request.Body.ContainsKey("ExclusiveStartKey") || request.Body.ContainsKey("Segment"))
                return new Answer(200, []);

            if (answer.Body["LastEvaluatedKey"] is { } key)
            {
                body["ExclusiveStartKey"] = key.DeepClone();
                continue;
            }

            var isPaged = body.ContainsKey("ExclusiveStartKey");
            var whole = new JsonObject
            {
                ["Items"] = new JsonArray([.. items.OrderBy(Text, StringComparer.Ordinal)]),
                ["Count"] = count,
                ["ScannedCount"] = scanned,
            };
            if (!isPaged && answer.Body["ConsumedCapacity"] is { } capacity)
                whole["ConsumedCapacity"] = capacity.DeepClone();
            return new Answer(200, whole);
        }
    }

    // After a difference, so that it is counted once.
    private async Task CopyToReferenceAsync()
    {
        foreach (var table in TableShape.All)
        {
            var ours = await ItemsAsync(engine, table);
            var theirs = await ItemsAsync(reference, table);
            foreach (var (_, item) in theirs.Where(pair => !ours.ContainsKey(pair.Key)))
                await DeleteAsync(reference, table, item);
            var missing = ours.Where(pair => !theirs.TryGetValue(pair.Key, out var other) || Text(other) != Text(pair.Value));
            foreach (var (_, item) in missing)
            {
                var put = new Request("PutItem", new() { ["TableName"] = table.Name, ["Item"] = item.DeepClone() });
                if ((await reference.CallAsync(put)).IsOk)
                    continue;

                // What the reference does not accept.
                await DeleteAsync(engine, table, item);
                await DeleteAsync(reference, table, item);
            }
        }
    }

    private static async Task<Dictionary<string, JsonObject>> ItemsAsync(IEndpoint endpoint, TableShape table)
    {
        var scan = await ScanAsync(endpoint, new Request("Scan", new() { ["TableName"] = table.Name }));
        return scan.Body["Items"]!.AsArray().ToDictionary(item => Text(Key(table, item!.AsObject())), static item => item!.AsObject());
    }

    private static string Text(JsonNode item) => Canonical.Text(item, isInItem: true);

    private static JsonObject Key(TableShape table, JsonObject item) =>
        new(table.Keys.Select(name => KeyValuePair.Create(name, item[name]?.DeepClone())));

    private static Task DeleteAsync(IEndpoint endpoint, TableShape table, JsonObject item) =>
        endpoint.CallAsync(new Request("DeleteItem", new() { ["TableName"] = table.Name, ["Key"] = Key(table, item) }));
}
