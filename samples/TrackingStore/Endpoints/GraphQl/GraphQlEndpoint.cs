using System.Text.Json;
using System.Text.Json.Nodes;
using TrackingStore.Artifacts;
using TrackingStore.Endpoints.Artifacts;
using TrackingStore.Endpoints.Experiments;
using TrackingStore.Endpoints.Metrics;
using TrackingStore.Endpoints.ModelVersions;
using TrackingStore.Endpoints.Runs;
using TrackingStore.Errors;
using TrackingStore.Protocol;
using TrackingStore.Protocol.GraphQl;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.GraphQl;

/// <summary>
/// Answers the GraphQL documents that MLflow's page sends, and others of MLflow's schema. Each field is checked and answered as the
/// request of the REST API for which it stands. Whatever is wrong is an error in the answer, whose status is 200.
/// </summary>
internal sealed class GraphQlEndpoint(
    Gate gate,
    RunStore runs,
    ExperimentStore experiments,
    RunSearch search,
    ChartStore charts,
    ModelSearch models,
    InputStore inputs,
    IArtifactStore artifacts) : IEndpoint
{
    // MLflow's page asks for less.
    private const int MaxRuns = 1000;
    private const int MaxVersions = 1000;

    private readonly SearchRuns searchRuns = new(search, gate);
    private readonly GetHistoryBulkInterval bulkInterval = new(charts);
    private readonly ListArtifacts listArtifacts = new(runs, artifacts);
    private readonly SearchDatasets searchDatasets = new(inputs);
    private readonly SearchModelVersions searchVersions = new(models, gate);
    private readonly GraphQlRuns graphQlRuns = new(experiments, models, gate);

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.PostRootQuestion(Access.SignedIn, "graphql", AnswerAsync);

    private async Task AnswerAsync(HttpContext context, Arguments arguments)
    {
        JsonObject? data;
        var errors = new JsonArray();
        try
        {
            data = await ExecuteAsync(context, arguments, errors);
        }
        catch (Exception e) when (e is GraphQlException or MlflowException { RetryAfter: null })
        {
            // Nothing of the document is answered.
            data = null;
            errors = [MessageOf(e)];
        }

        var answer = new JsonObject { ["data"] = data, ["errors"] = errors.Count > 0 ? errors : null };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }

    private static string MessageOf(Exception error) => Limits.Truncate(error.Message, Limits.Key);

    /// <summary>Answers the fields of a document. One that fails is null, and its error is added to the others.</summary>
    private async Task<JsonObject> ExecuteAsync(HttpContext context, Arguments arguments, JsonArray errors)
    {
        var document = GraphQlParser.Parse(arguments.Text("query") ?? throw new GraphQlException("Must provide query string."));
        var operation = document.Find(arguments.Text("operationName"));
        var fields = PlanOf(document, operation, GraphQlValues.Parse(arguments.Json("variables")));
        var data = new JsonObject();
        var budget = new AnswerBudget();
        foreach (var field in fields)
        {
            try
            {
                data[field.Key] = field.Name == PlannedField.TypeName
                    ? JsonValue.Create(field.Type.Name)
                    : GraphQlJson.Select(await AnswerAsync(context, field), field.Fields, budget);
            }
            catch (Exception e) when (e is MlflowException or TrackingException)
            {
                var known = e is TrackingException { Error: var error } ? StoreErrors.Explain(error) : e;
                // What the store can't do now is an outage here as everywhere.
                if (known is MlflowException { RetryAfter: not null }) throw;
                data[field.Key] = null;
                errors.Add(MessageOf(known));
            }
        }

        return data;
    }

    private static IReadOnlyList<PlannedField> PlanOf(GraphQlDocument document, GraphQlOperation operation, JsonObject? given)
    {
        try
        {
            return GraphQlPlan.Of(document, operation, GraphQlDocument.Bind(operation, given));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // A number such as 1e99999999999, which cannot be compared.
            throw GraphQlValues.Invalid();
        }
    }

    private Task<JsonObject> AnswerAsync(HttpContext context, PlannedField field)
    {
        var input = new Arguments(new JsonArguments(GraphQlJson.InputOf(field)));
        return field.Name switch
        {
            "mlflowGetRun" => GetRunAsync(context, input, field),
            GraphQlSchema.SearchRuns => SearchRunsAsync(context, input, field),
            "mlflowGetExperiment" => GetExperimentAsync(context, input),
            GraphQlSchema.ListArtifacts => ListArtifactsAsync(context, input),
            GraphQlSchema.SearchModelVersions => SearchVersionsAsync(context, input),
            GraphQlSchema.SearchDatasets => SearchDatasetsAsync(context, input),
            _ => GetHistoryAsync(context, input),
        };
    }

    private async Task<JsonObject> GetRunAsync(HttpContext context, Arguments input, PlannedField field)
    {
        await gate.RequireAsync(context, input, Access.Run(Permission.READ));
        var run = (await runs.GetAsync(input.RequiredRunId(), context.RequestAborted)).ToMessage();
        return new JsonObject { ["run"] = (await graphQlRuns.ToNodesAsync(context, [run], FieldOf(field, "run")))[0] };
    }

    private async Task<JsonObject> SearchRunsAsync(HttpContext context, Arguments input, PlannedField field)
    {
        var found = await searchRuns.SearchAsync(context, input, MaxRuns);
        var nodes = field.Asks("runs") ? await graphQlRuns.ToNodesAsync(context, found.Runs ?? [], FieldOf(field, "runs")) : [];
        return new JsonObject { ["runs"] = new JsonArray(nodes), ["next_page_token"] = found.NextPageToken };
    }

    private async Task<JsonObject> SearchVersionsAsync(HttpContext context, Arguments input) =>
        GraphQlVersions.ToNode(await searchVersions.SearchAsync(context, input, MaxVersions));

    private async Task<JsonObject> GetExperimentAsync(HttpContext context, Arguments input)
    {
        await gate.RequireAsync(context, input, Access.Experiment(Permission.READ));
        var experiment = await experiments.GetAsync(input.RequiredKey("experiment_id"), context.RequestAborted);
        return Reply.ToNode(new ExperimentReply(experiment.ToMessage()));
    }

    private async Task<JsonObject> GetHistoryAsync(HttpContext context, Arguments input)
    {
        await gate.RequireAsync(context, input, GetHistoryBulkInterval.Needed);
        return Reply.ToNode(await bulkInterval.AnswerAsync(input, context.RequestAborted));
    }

    private async Task<JsonObject> ListArtifactsAsync(HttpContext context, Arguments input)
    {
        await gate.RequireAsync(context, input, ListArtifacts.Needed);
        return Reply.ToNode(await listArtifacts.AnswerAsync(input, context.RequestAborted));
    }

    private async Task<JsonObject> SearchDatasetsAsync(HttpContext context, Arguments input)
    {
        await gate.RequireAsync(context, input, SearchDatasets.Needed);
        return Reply.ToNode(await searchDatasets.AnswerAsync(input, context.RequestAborted));
    }

    /// <summary>The field of a name, with all that is wanted of it under any key.</summary>
    private static PlannedField FieldOf(PlannedField field, string name)
    {
        var same = field.Fields.Where(one => one.Name == name).ToList();
        return same.Count == 0
            ? field with { Fields = [] }
            : same[0] with { Fields = [.. same.SelectMany(one => one.Fields)] };
    }
}
