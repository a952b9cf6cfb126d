using System.Text.Json;
using System.Text.Json.Nodes;
using TrackingStore.Artifacts;
using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>
/// Creates the run of a prompt that was tried on the page: its parameters, and what the model answered, as a table. MLflow also writes the
/// prompt as a model, in Python; this server does not.
/// </summary>
internal sealed class CreatePromptlabRun(
    RunStore runs, ExperimentStore experiments, LogStore log, IArtifactStore artifacts, TimeProvider time) : IEndpoint
{
    private const string Table = "eval_results_table.json";
    private const int MaxParams = 90;

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) =>
        routes.PostAjax(Access.Experiment(Permission.EDIT), "mlflow/runs/create-promptlab-run", AnswerAsync);

    private async Task<RunReply> AnswerAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        Required(arguments, "experiment_id");
        var template = Required(arguments, "prompt_template");
        var prompt = Pairs(arguments, "prompt_parameters");
        if (prompt.Count == 0) throw NotGiven("prompt_parameters");
        var route = Required(arguments, "model_route");
        var input = Required(arguments, "model_input");
        Required(arguments, "mlflow_version");
        var output = arguments.Text("model_output") ?? "";
        NamedValue[] all =
        [
            .. Pairs(arguments, "model_parameters"), Param("model_route", route), Param("prompt_template", template),
        ];
        // What can be wrong is refused before there is a run.
        var parameters = all.RequireDistinct();
        var content = TableOf(prompt, input, output, Pairs(arguments, "model_output_parameters"));
        var experimentId = arguments.RequiredKey("experiment_id");
        var experiment = await experiments.RequireActiveAsync(experimentId, cancellationToken);
        ArtifactLocations.Resolve(ArtifactLocations.OfRun(experiment.ArtifactLocation, RunIds.Create()), artifacts);
        var name = arguments.Text("run_name") is { Length: > 0 } given ? Limits.Truncate(given, Limits.RunTagValue) : RunNames.Invent();
        var run = await runs.CreateAsync(
            new NewRun(
                experimentId,
                Limits.Truncate(arguments.Text("user_id") ?? "unknown", Limits.UserId),
                name,
                arguments.Int64("start_time") ?? time.GetUtcNow().ToUnixTimeMilliseconds(),
                [
                    .. arguments.Messages("tags").Select(tag => tag.ToRunTag()).Where(tag => tag.Name != RunNames.Tag),
                    new NamedValue(RunNames.Tag, name),
                    new NamedValue("mlflow.runSourceType", "PROMPT_ENGINEERING"),
                    new NamedValue("mlflow.loggedArtifacts", $$"""[{"path": "{{Table}}", "type": "table"}]"""),
                ]),
            cancellationToken);
        await log.LogBatchAsync(run.Run.RunId, [], parameters, [], cancellationToken);
        var root = ArtifactLocations.Resolve(run.Run.ArtifactUri, artifacts);
        using var table = new MemoryStream(content);
        await artifacts.WriteAsync(root.Append(ArtifactPath.Parse(Table)), table, cancellationToken);
        await runs.UpdateAsync(
            run.Run.RunId, RunStatus.FINISHED, time.GetUtcNow().ToUnixTimeMilliseconds(), name: null, cancellationToken);
        return new RunReply((await runs.GetAsync(run.Run.RunId, cancellationToken)).ToMessage());
    }

    private static string Required(Arguments arguments, string name) =>
        arguments.Text(name) is { Length: > 0 } text ? text : throw NotGiven(name);

    private static MlflowException NotGiven(string name) =>
        MlflowException.Invalid($"CreatePromptlabRun request must specify {name}.");

    private static NamedValue Param(string name, string value) => new(name, Limits.Truncate(value, Limits.ParamValue));

    private static List<NamedValue> Pairs(Arguments arguments, string name)
    {
        var fields = arguments.MessagesOfAnyNumber(name);
        if (fields.Count > MaxParams)
            throw MlflowException.Invalid($"The parameter '{name}' has {fields.Count} elements, but at most {MaxParams} are allowed.");
        return [.. fields.Select(pair => pair.ToParam())];
    }

    private static byte[] TableOf(List<NamedValue> prompt, string input, string output, List<NamedValue> outputParameters)
    {
        NamedValue[] cells = [.. prompt, new NamedValue("prompt", input), new NamedValue("output", output), .. outputParameters];
        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(
            new JsonObject
            {
                ["columns"] = new JsonArray([.. cells.Select(cell => (JsonNode)cell.Name)]),
                ["data"] = new JsonArray(new JsonArray([.. cells.Select(cell => (JsonNode)cell.Value)])),
            },
            MlflowJson.Default.JsonNode);
    }
}
