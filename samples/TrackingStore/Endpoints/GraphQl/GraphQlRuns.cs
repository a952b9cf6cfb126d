using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using TrackingStore.Protocol.Filters;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Endpoints.GraphQl;

/// <summary>Runs with what GraphQL adds to them: their experiment and the versions of models that were registered from them.</summary>
internal sealed class GraphQlRuns(ExperimentStore experiments, ModelSearch models, Gate gate)
{
    // At a time. The answer has room for some more pages, each of which reads the models anew.
    private const int MaxVersions = 10_000;

    /// <summary>Runs as messages, in their order, with what is wanted of them.</summary>
    public async Task<JsonNode[]> ToNodesAsync(HttpContext context, IReadOnlyList<Run> runs, PlannedField wanted)
    {
        var found = new ConcurrentDictionary<string, Lazy<Task<string>>>();
        // Of what is added here. All of it is there before some of it is selected.
        var budget = new AnswerBudget();
        var versions = wanted.Asks("modelVersions") && runs.Count > 0 ? await VersionsAsync(context, runs, budget) : null;
        return await Many.MapAsync(
            runs,
            async (run, token) =>
            {
                var node = Reply.ToNode(new RunReply(run))["run"]!.AsObject();
                node.Parent!.AsObject().Remove("run");
                node["outputs"] ??= new JsonObject();
                if (wanted.Asks("experiment"))
                {
                    var id = run.Info.ExperimentId;
                    var experiment = found.GetOrAdd(id, _ => new Lazy<Task<string>>(() => ExperimentAsync(id, token)));
                    var text = await experiment.Value;
                    budget.Charge(text.Length);
                    node["experiment"] = JsonNode.Parse(text);
                }

                if (versions is not null) node["model_versions"] = new JsonArray([.. versions[run.Info.RunId]]);
                return (JsonNode)node;
            },
            context.RequestAborted);
    }

    /// <summary>An experiment as text: a node cannot be in several runs.</summary>
    private async Task<string> ExperimentAsync(string id, CancellationToken cancellationToken) =>
        Reply.ToNode(new ExperimentReply((await experiments.GetAsync(id, cancellationToken)).ToMessage()))["experiment"]!.ToJsonString();

    /// <summary>
    /// The versions that were made by some runs, by run. They are read together: each model once, and not much more than the answer may
    /// have.
    /// </summary>
    private async Task<ILookup<string, JsonNode>> VersionsAsync(HttpContext context, IReadOnlyList<Run> runs, AnswerBudget budget)
    {
        var found = new List<JsonNode>();
        var query = new ModelQuery<VersionFilter, VersionOrder>(
            VersionFilterParser.Parse($"run_id IN ({string.Join(", ", runs.Select(run => $"'{run.Info.RunId}'"))})"),
            VersionOrderParser.Parse([]),
            await gate.ReadableModelsAsync(context, context.RequestAborted),
            MaxVersions,
            null);
        do
        {
            var (page, next) = await models.VersionsAsync(query, context.RequestAborted);
            var reply = new ModelVersionsReply([.. page.Select(version => version.ToMessage())], null);
            var nodes = GraphQlVersions.ToNode(reply)["model_versions"]!.AsArray();
            foreach (var node in nodes) budget.Charge(node!.ToJsonString().Length);
            found.AddRange(nodes!);
            // A node is in one array only.
            nodes.Clear();
            query = query with { Token = next };
        }
        while (query.Token is not null);
        return found.ToLookup(node => (string)node["run_id"]!);
    }
}
