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
    private const int MaxVersions = 1000;

    /// <summary>Runs as messages, in their order, with what is wanted of them.</summary>
    public async Task<JsonNode[]> ToNodesAsync(HttpContext context, IReadOnlyList<Run> runs, PlannedField wanted)
    {
        var found = new ConcurrentDictionary<string, Lazy<Task<string>>>();
        // Of what is added here. All of it is there before some of it is selected.
        var budget = new AnswerBudget();
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

                if (wanted.Asks("modelVersions"))
                {
                    var versions = await VersionsAsync(context, run.Info.RunId, token);
                    budget.Charge(versions?.ToJsonString().Length ?? 0);
                    node["model_versions"] = versions;
                }

                return (JsonNode)node;
            },
            context.RequestAborted);
    }

    /// <summary>An experiment as text: a node cannot be in several runs.</summary>
    private async Task<string> ExperimentAsync(string id, CancellationToken cancellationToken) =>
        Reply.ToNode(new ExperimentReply((await experiments.GetAsync(id, cancellationToken)).ToMessage()))["experiment"]!.ToJsonString();

    private async Task<JsonNode?> VersionsAsync(HttpContext context, string runId, CancellationToken cancellationToken)
    {
        var query = new ModelQuery<VersionFilter, VersionOrder>(
            VersionFilterParser.Parse($"run_id = '{runId}'"),
            VersionOrderParser.Parse([]),
            await gate.ReadableModelsAsync(context, cancellationToken),
            MaxVersions,
            null);
        var (page, _) = await models.VersionsAsync(query, cancellationToken);
        var reply = new ModelVersionsReply([.. page.Select(version => version.ToMessage())], null);
        return GraphQlVersions.ToNode(reply)["model_versions"]!.DeepClone();
    }
}
