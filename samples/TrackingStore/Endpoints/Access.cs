using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints;

/// <summary>
/// What a caller needs for a route. No route can be added without saying so. Administrators need nothing, and neither does anybody on a
/// server without sign-in.
/// </summary>
internal sealed class Access
{
    private readonly Func<Gate, AccessRequest, Task> check;

    private Access(Func<Gate, AccessRequest, Task> check) => this.check = check;

    /// <summary>For everybody, also without signing in. Only for those who watch the server.</summary>
    public static Access Public { get; } = new(static (_, _) => Task.CompletedTask);

    /// <summary>For everybody who signs in. The endpoint shows each caller what the caller may see.</summary>
    public static Access SignedIn { get; } = new(static (_, _) => Task.CompletedTask);

    /// <summary>For administrators.</summary>
    public static Access Admin { get; } = new(static (_, _) => throw Gate.Denied());

    /// <summary>For the user whom the request names.</summary>
    public static Access Self { get; } = new(static (_, request) =>
        request.Arguments.Text("username") == request.Caller.Name ? Task.CompletedTask : throw Gate.Denied());

    /// <summary>For those with a permission for the experiment that the request names.</summary>
    public static Access Experiment(Permission needed) => Of((gate, request) =>
        gate.RequireExperimentAsync(request.Caller, request.Arguments.RequiredKey("experiment_id"), needed, request.Aborted));

    /// <summary>For those with a permission for the experiment of the run that the request names.</summary>
    public static Access Run(Permission needed) => Of((gate, request) =>
        gate.RequireRunAsync(request.Caller, request.Arguments.RequiredRunId(), needed, request.Aborted));

    /// <summary>
    /// For those with a permission for the experiment of the run that the request names, and for those of the logged models.
    /// </summary>
    /// <param name="needed">The permission.</param>
    /// <param name="modelIds">Reads the models' ids.</param>
    public static Access RunAndModels(Permission needed, Func<Arguments, IEnumerable<string>> modelIds) => Of(async (gate, request) =>
    {
        await gate.RequireRunAsync(request.Caller, request.Arguments.RequiredRunId(), needed, request.Aborted);
        await gate.RequireLoggedModelsAsync(request.Caller, modelIds(request.Arguments), needed, request.Aborted);
    });

    /// <summary>For those with a permission for the experiment of the logged model that the request names.</summary>
    public static Access LoggedModel(Permission needed) => Of((gate, request) =>
        gate.RequireLoggedModelAsync(request.Caller, request.Arguments.RequiredKey("model_id"), needed, request.Aborted));

    /// <summary>For those with a permission for the registered model that the request names.</summary>
    public static Access Model(Permission needed) => Of((gate, request) =>
        gate.RequireModelAsync(request, request.Arguments.RequiredModelName(), needed));

    /// <summary>For those who may read the experiments of all runs that the request names.</summary>
    /// <param name="ids">Reads the runs' ids, and refuses too many: each one takes a read.</param>
    public static Access Runs(Func<Arguments, IReadOnlyList<string>> ids) => Of((gate, request) =>
        gate.RequireReadableRunsAsync(request.Context, ids(request.Arguments), request.Aborted));

    /// <summary>For those who may read all experiments that the request names.</summary>
    /// <param name="ids">Reads the experiments' ids, and refuses too many.</param>
    public static Access Experiments(Func<Arguments, IReadOnlyList<string>> ids) => Of((gate, request) =>
        gate.RequireReadableAsync(request.Context, ids(request.Arguments), request.Aborted));

    /// <summary>For those who pass a check.</summary>
    public static Access Of(Func<Gate, AccessRequest, Task> check) => new(check);

    /// <summary>Checks a request.</summary>
    public Task RequireAsync(Gate gate, AccessRequest request) => check(gate, request);
}
