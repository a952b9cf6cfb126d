using TrackingStore.Endpoints;
using TrackingStore.Endpoints.Artifacts;
using TrackingStore.Endpoints.Experiments;
using TrackingStore.Endpoints.GraphQl;
using TrackingStore.Endpoints.LoggedModels;
using TrackingStore.Endpoints.Metrics;
using TrackingStore.Endpoints.ModelVersions;
using TrackingStore.Endpoints.Permissions;
using TrackingStore.Endpoints.RegisteredModels;
using TrackingStore.Endpoints.Runs;
using TrackingStore.Endpoints.Service;
using TrackingStore.Endpoints.Users;

namespace TrackingStore.Server;

/// <summary>Everything of MLflow's API that the server answers.</summary>
internal static class TrackingEndpoints
{
    /// <summary>Registers the endpoints.</summary>
    public static IServiceCollection AddTrackingEndpoints(this IServiceCollection services) => services
        .AddSingleton<IEndpoint, Health>()
        .AddSingleton<IEndpoint, Ready>()
        .AddSingleton<IEndpoint, ServerVersion>()
        .AddSingleton<IEndpoint, ServerInfo>()
        .AddSingleton<IEndpoint, GatewayProxy>()
        .AddSingleton<IEndpoint, GraphQlEndpoint>()
        .AddSingleton<IEndpoint, CreateExperiment>()
        .AddSingleton<IEndpoint, GetExperiment>()
        .AddSingleton<IEndpoint, GetExperimentByName>()
        .AddSingleton<IEndpoint, SearchExperiments>()
        .AddSingleton<IEndpoint, UpdateExperiment>()
        .AddSingleton<IEndpoint, DeleteExperiment>()
        .AddSingleton<IEndpoint, RestoreExperiment>()
        .AddSingleton<IEndpoint, SetExperimentTag>()
        .AddSingleton<IEndpoint, DeleteExperimentTag>()
        .AddSingleton<IEndpoint, SearchDatasets>()
        .AddSingleton<IEndpoint, CreateRun>()
        .AddSingleton<IEndpoint, CreatePromptlabRun>()
        .AddSingleton<IEndpoint, GetRun>()
        .AddSingleton<IEndpoint, UpdateRun>()
        .AddSingleton<IEndpoint, DeleteRun>()
        .AddSingleton<IEndpoint, RestoreRun>()
        .AddSingleton<IEndpoint, SearchRuns>()
        .AddSingleton<IEndpoint, SetTag>()
        .AddSingleton<IEndpoint, DeleteTag>()
        .AddSingleton<IEndpoint, LogMetric>()
        .AddSingleton<IEndpoint, LogParameter>()
        .AddSingleton<IEndpoint, LogBatch>()
        .AddSingleton<IEndpoint, LogInputs>()
        .AddSingleton<IEndpoint, LogOutputs>()
        .AddSingleton<IEndpoint, LogModel>()
        .AddSingleton<IEndpoint, GetHistory>()
        .AddSingleton<IEndpoint, GetHistoryBulk>()
        .AddSingleton<IEndpoint, GetHistoryBulkInterval>()
        .AddSingleton<IEndpoint, GetChart>()
        .AddSingleton<IEndpoint, GetCharts>()
        .AddSingleton<IEndpoint, ListArtifacts>()
        .AddSingleton<IEndpoint, GetArtifact>()
        .AddSingleton<IEndpoint, UploadArtifact>()
        .AddSingleton<IEndpoint, MlflowArtifacts>()
        .AddSingleton<IEndpoint, MultipartUpload>()
        .AddSingleton<IEndpoint, CreateLoggedModel>()
        .AddSingleton<IEndpoint, GetLoggedModel>()
        .AddSingleton<IEndpoint, FinalizeLoggedModel>()
        .AddSingleton<IEndpoint, DeleteLoggedModel>()
        .AddSingleton<IEndpoint, SearchLoggedModels>()
        .AddSingleton<IEndpoint, LoggedModelTags>()
        .AddSingleton<IEndpoint, LogLoggedModelParams>()
        .AddSingleton<IEndpoint, LoggedModelArtifacts>()
        .AddSingleton<IEndpoint, CreateRegisteredModel>()
        .AddSingleton<IEndpoint, GetRegisteredModel>()
        .AddSingleton<IEndpoint, UpdateRegisteredModel>()
        .AddSingleton<IEndpoint, RenameRegisteredModel>()
        .AddSingleton<IEndpoint, DeleteRegisteredModel>()
        .AddSingleton<IEndpoint, SearchRegisteredModels>()
        .AddSingleton<IEndpoint, GetLatestVersions>()
        .AddSingleton<IEndpoint, RegisteredModelTags>()
        .AddSingleton<IEndpoint, RegisteredModelAliases>()
        .AddSingleton<IEndpoint, CreateModelVersion>()
        .AddSingleton<IEndpoint, GetModelVersion>()
        .AddSingleton<IEndpoint, UpdateModelVersion>()
        .AddSingleton<IEndpoint, DeleteModelVersion>()
        .AddSingleton<IEndpoint, TransitionStage>()
        .AddSingleton<IEndpoint, SearchModelVersions>()
        .AddSingleton<IEndpoint, GetDownloadUri>()
        .AddSingleton<IEndpoint, ModelVersionTags>()
        .AddSingleton<IEndpoint, GetModelVersionArtifact>();

    /// <summary>Registers the endpoints that only a server with sign-in has.</summary>
    public static IServiceCollection AddUserEndpoints(this IServiceCollection services) => services
        .AddSingleton<IEndpoint, CreateUser>()
        .AddSingleton<IEndpoint, GetUser>()
        .AddSingleton<IEndpoint, UpdatePassword>()
        .AddSingleton<IEndpoint, UpdateAdmin>()
        .AddSingleton<IEndpoint, DeleteUser>()
        .AddSingleton<IEndpoint, Tokens>()
        .AddSingleton<IEndpoint, ExperimentPermissions>()
        .AddSingleton<IEndpoint, ModelPermissions>();

    /// <summary>Adds the endpoints to the routes.</summary>
    public static void MapTrackingEndpoints(this WebApplication application, bool isReadOnly)
    {
        var services = application.Services;
        var (gate, changes) = (services.GetRequiredService<Gate>(), services.GetRequiredService<RepeatedChange>());
        var routes = new ApiRoutes(application, gate, changes, isReadOnly);
        foreach (var endpoint in services.GetServices<IEndpoint>()) endpoint.Map(routes);
    }
}
