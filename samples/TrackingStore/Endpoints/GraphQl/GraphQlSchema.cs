using TrackingStore.Protocol.GraphQl;

namespace TrackingStore.Endpoints.GraphQl;

/// <summary>The types of MLflow's schema, without the one that only echoes a text.</summary>
internal static class GraphQlSchema
{
    /// <summary>The type of a query.</summary>
    public const string Query = "Query";

    /// <summary>The type of a mutation.</summary>
    public const string Mutation = "Mutation";

    /// <summary>The field that searches runs.</summary>
    public const string SearchRuns = "mlflowSearchRuns";

    /// <summary>The field that lists the artifacts of a run.</summary>
    public const string ListArtifacts = "mlflowListArtifacts";

    /// <summary>The field that searches versions of registered models.</summary>
    public const string SearchModelVersions = "mlflowSearchModelVersions";

    /// <summary>The field that lists the data sets of experiments.</summary>
    public const string SearchDatasets = "mlflowSearchDatasets";

    private const string KeyAndValue = "key: String, value: String";
    private const string Metric = "key: String, value: Float, timestamp: LongString, step: LongString";
    private const string ModelMetric = $"{Metric}, datasetName: String, datasetDigest: String, modelId: String, runId: String";

    private static readonly Dictionary<string, Dictionary<string, GraphQlType>> Types = new()
    {
        [Query] = Fields(
            "mlflowGetRun: MlflowGetRunResponse, mlflowGetExperiment: MlflowGetExperimentResponse, " +
            "mlflowSearchRuns: MlflowSearchRunsResponse, mlflowGetMetricHistoryBulkInterval: MlflowGetMetricHistoryBulkIntervalResponse, " +
            "mlflowListArtifacts: MlflowListArtifactsResponse, mlflowSearchModelVersions: MlflowSearchModelVersionsResponse"),
        [Mutation] = Fields("mlflowSearchRuns: MlflowSearchRunsResponse, mlflowSearchDatasets: MlflowSearchDatasetsResponse"),
        ["MlflowGetRunResponse"] = Fields("run: MlflowRunExtension, apiError: ApiError"),
        ["MlflowGetExperimentResponse"] = Fields("experiment: MlflowExperiment, apiError: ApiError"),
        ["MlflowSearchRunsResponse"] = Fields("runs: [MlflowRunExtension], nextPageToken: String, apiError: ApiError"),
        ["MlflowGetMetricHistoryBulkIntervalResponse"] = Fields("metrics: [MlflowMetricWithRunId], apiError: ApiError"),
        ["MlflowListArtifactsResponse"] = Fields(
            "rootUri: String, files: [MlflowFileInfo], nextPageToken: String, apiError: ApiError"),
        ["MlflowFileInfo"] = Fields("path: String, isDir: Boolean, fileSize: LongString"),
        ["MlflowSearchDatasetsResponse"] = Fields("datasetSummaries: [MlflowDatasetSummary], apiError: ApiError"),
        ["MlflowDatasetSummary"] = Fields("experimentId: String, name: String, digest: String, context: String"),
        ["ApiError"] = Fields("code: String, message: String, helpUrl: String, traceId: String, errorDetails: [ErrorDetail]"),
        ["ErrorDetail"] = Fields("field: String, message: String"),
        ["MlflowRunExtension"] = Fields(
            "info: MlflowRunInfo, data: MlflowRunData, inputs: MlflowRunInputs, outputs: MlflowRunOutputs, " +
            "experiment: MlflowExperiment, modelVersions: [MlflowModelVersion]"),
        ["MlflowRunInfo"] = Fields(
            "runId: String, runUuid: String, runName: String, experimentId: String, userId: String, status: String, " +
            "startTime: LongString, endTime: LongString, artifactUri: String, lifecycleStage: String"),
        ["MlflowRunData"] = Fields("metrics: [MlflowMetricExtension], params: [MlflowParam], tags: [MlflowRunTag]"),
        ["MlflowMetricExtension"] = Fields(ModelMetric),
        ["MlflowModelMetric"] = Fields(ModelMetric),
        ["MlflowMetricWithRunId"] = Fields($"{Metric}, runId: String"),
        ["MlflowParam"] = Fields(KeyAndValue),
        ["MlflowRunTag"] = Fields(KeyAndValue),
        ["MlflowInputTag"] = Fields(KeyAndValue),
        ["MlflowExperimentTag"] = Fields(KeyAndValue),
        ["MlflowModelVersionTag"] = Fields(KeyAndValue),
        ["MlflowRunInputs"] = Fields("datasetInputs: [MlflowDatasetInput], modelInputs: [MlflowModelInput]"),
        ["MlflowDatasetInput"] = Fields("dataset: MlflowDataset, tags: [MlflowInputTag]"),
        ["MlflowDataset"] = Fields(
            "name: String, digest: String, sourceType: String, source: String, schema: String, profile: String"),
        ["MlflowModelInput"] = Fields("modelId: String"),
        ["MlflowRunOutputs"] = Fields("modelOutputs: [MlflowModelOutput]"),
        ["MlflowModelOutput"] = Fields("modelId: String, step: LongString"),
        ["MlflowExperiment"] = Fields(
            "experimentId: String, name: String, artifactLocation: String, lifecycleStage: String, creationTime: LongString, " +
            "lastUpdateTime: LongString, tags: [MlflowExperimentTag], effectiveTraceArchivalRetention: String, workspace: String"),
        ["MlflowModelVersion"] = Fields(
            "name: String, version: String, creationTimestamp: LongString, lastUpdatedTimestamp: LongString, userId: String, " +
            "currentStage: String, description: String, source: String, runId: String, status: String, statusMessage: String, " +
            "tags: [MlflowModelVersionTag], runLink: String, aliases: [String], modelId: String, modelParams: [MlflowModelParam], " +
            "modelMetrics: [MlflowModelMetric], deploymentJobState: MlflowModelVersionDeploymentJobState"),
        ["MlflowModelParam"] = Fields("name: String, value: String"),
        ["MlflowModelVersionDeploymentJobState"] = Fields(
            "jobId: String, runId: String, jobState: String, runState: String, currentTaskName: String"),
        ["MlflowSearchModelVersionsResponse"] = Fields(
            "modelVersions: [MlflowModelVersion], nextPageToken: String, apiError: ApiError"),
    };

    /// <summary>Whether values of a type have fields.</summary>
    public static bool HasFields(string type) => Types.ContainsKey(type);

    /// <summary>The type of a field.</summary>
    /// <exception cref="GraphQlException">The type has no such field.</exception>
    public static GraphQlType TypeOf(string type, string field) => Types[type].TryGetValue(field, out var found)
        ? found
        : throw new GraphQlException($"Cannot query field '{field}' on type '{type}'.");

    private static Dictionary<string, GraphQlType> Fields(string fields) =>
        fields.Split(", ").Select(field => field.Split(": ")).ToDictionary(parts => parts[0], parts => GraphQlType.Of(parts[1]));
}
