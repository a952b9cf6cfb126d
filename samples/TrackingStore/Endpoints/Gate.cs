using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints;

/// <summary>Lets callers do what they have permissions for.</summary>
/// <param name="grants">The permissions.</param>
/// <param name="runs">The runs, which have the permissions of their experiment.</param>
/// <param name="models">The registered models, whose permissions stay when they are renamed.</param>
/// <param name="loggedModels">The logged models, which have the permissions of their experiment.</param>
/// <param name="fallback">The permission for experiments and models for which a user was given none.</param>
internal sealed class Gate(
    GrantStore grants, RunStore runs, ModelStore models, LoggedModelStore loggedModels, Permission fallback)
{
    /// <summary>Who sends the request; nobody has signed in where it is null.</summary>
    public static Caller? CallerOf(HttpContext context) => context.Features.Get<Caller>();

    /// <summary>The error of somebody who may not do it.</summary>
    public static MlflowException Denied() => new(ErrorCode.PERMISSION_DENIED, "Permission denied");

    /// <summary>Lets a request pass if its caller has what the route needs.</summary>
    /// <exception cref="MlflowException">The caller has not.</exception>
    public Task RequireAsync(HttpContext context, Arguments arguments, Access access)
    {
        if (access == Access.Public) return Task.CompletedTask;
        if (CallerOf(context) is not { } caller) throw Denied();
        return caller.IsAdmin ? Task.CompletedTask : access.RequireAsync(this, new AccessRequest(caller, arguments, context));
    }

    /// <summary>Lets a caller pass who has a permission for an experiment.</summary>
    public Task RequireExperimentAsync(Caller caller, string experimentId, Permission needed, CancellationToken cancellationToken) =>
        RequireAsync(caller, ResourceKind.Experiment, experimentId, needed, cancellationToken);

    /// <summary>Lets a caller pass who has a permission for the experiment of a run.</summary>
    public async Task RequireRunAsync(Caller caller, string runId, Permission needed, CancellationToken cancellationToken)
    {
        if (caller.IsAdmin) return;
        await RequireExperimentAsync(caller, (await runs.RequireAsync(runId, cancellationToken)).ExperimentId, needed, cancellationToken);
    }

    /// <summary>Lets a caller pass who has a permission for the experiment of a logged model, deleted or not.</summary>
    public async Task RequireLoggedModelAsync(Caller caller, string modelId, Permission needed, CancellationToken cancellationToken)
    {
        if (caller.IsAdmin) return;
        var model = await loggedModels.RequireInAnyStageAsync(modelId, cancellationToken);
        await RequireExperimentAsync(caller, model.ExperimentId, needed, cancellationToken);
    }

    /// <summary>Lets a caller pass who has a permission for the experiments of some logged models, each of which is read.</summary>
    public Task RequireLoggedModelsAsync(
        Caller caller, IEnumerable<string> modelIds, Permission needed, CancellationToken cancellationToken) => Many.ForEachAsync(
        modelIds.Distinct(),
        async (id, token) => await RequireLoggedModelAsync(caller, id, needed, token),
        cancellationToken);

    /// <summary>Lets a caller pass who may read all experiments.</summary>
    public async Task RequireReadableAsync(HttpContext context, IEnumerable<string> experimentIds, CancellationToken cancellationToken)
    {
        if (!experimentIds.All(await ReadableAsync(context, cancellationToken))) throw Denied();
    }

    /// <summary>Lets a caller pass who may read the experiments of all runs.</summary>
    public async Task RequireReadableRunsAsync(HttpContext context, IReadOnlyList<string> runIds, CancellationToken cancellationToken)
    {
        var isReadable = await ReadableAsync(context, cancellationToken);
        foreach (var (id, run) in runIds.Zip(await runs.FindAllAsync(runIds, cancellationToken)))
            if (!isReadable((run ?? throw RunStore.Missing(id)).ExperimentId)) throw Denied();
    }

    /// <summary>
    /// Lets a caller pass who has a permission for a model. It looks the name up once for the request and keeps the id with the arguments,
    /// so that the endpoint acts on the model that was checked. Another lookup could find another model, for which the caller has none.
    /// </summary>
    public async Task RequireModelAsync(AccessRequest request, string name, Permission needed)
    {
        if (request.Caller.IsAdmin) return;
        var id = request.Arguments.Models.Find(name);
        if (id is null)
        {
            id = (await models.RequireAsync(new ModelKey(name), request.Aborted)).ModelId;
            request.Arguments.Models.Add(name, id);
        }

        await RequireAsync(request.Caller, ResourceKind.Model, id, needed, request.Aborted);
    }

    /// <summary>
    /// Lets a caller pass who has a permission for files of the server. The files of an experiment are below a folder with its id; what is
    /// elsewhere is for administrators.
    /// </summary>
    public Task RequireFilesAsync(Caller caller, string path, Permission needed, CancellationToken cancellationToken)
    {
        var experimentId = path.Split('/')[0];
        return caller.IsAdmin ? Task.CompletedTask
            : ExperimentIds.IsValid(experimentId) ? RequireExperimentAsync(caller, experimentId, needed, cancellationToken)
            : throw Denied();
    }

    /// <summary>The experiments that a caller may read, as a condition on their ids.</summary>
    public Task<Func<string, bool>> ReadableAsync(HttpContext context, CancellationToken cancellationToken) =>
        ReadableAsync(context, ResourceKind.Experiment, cancellationToken);

    /// <summary>The registered models that a caller may read, as a condition on their ids.</summary>
    public Task<Func<string, bool>> ReadableModelsAsync(HttpContext context, CancellationToken cancellationToken) =>
        ReadableAsync(context, ResourceKind.Model, cancellationToken);

    /// <summary>What a caller may do with an experiment.</summary>
    public Task<Permission> OfExperimentAsync(Caller caller, string experimentId, CancellationToken cancellationToken) =>
        FindAsync(caller, ResourceKind.Experiment, experimentId, cancellationToken);

    /// <summary>What a caller may do with a registered model, by its id.</summary>
    public Task<Permission> OfModelAsync(Caller caller, string modelId, CancellationToken cancellationToken) =>
        FindAsync(caller, ResourceKind.Model, modelId, cancellationToken);

    /// <summary>What a caller may do with each experiment.</summary>
    public Task<Func<string, Permission>> OfExperimentsAsync(HttpContext context, CancellationToken cancellationToken) =>
        GrantedAsync(context, ResourceKind.Experiment, cancellationToken);

    private async Task<Func<string, bool>> ReadableAsync(HttpContext context, ResourceKind kind, CancellationToken cancellationToken)
    {
        var granted = await GrantedAsync(context, kind, cancellationToken);
        return id => granted(id) >= Permission.READ;
    }

    private async Task<Func<string, Permission>> GrantedAsync(
        HttpContext context, ResourceKind kind, CancellationToken cancellationToken)
    {
        if (CallerOf(context) is not { } caller) throw Denied();
        if (caller.IsAdmin) return static _ => Permission.MANAGE;
        var given = (await grants.OfUserAsync(caller.Name, cancellationToken))
            .Where(grant => grant.Kind == kind)
            .ToDictionary(grant => grant.Resource, grant => grant.Permission);
        return id => given.GetValueOrDefault(id, fallback);
    }

    private async Task RequireAsync(
        Caller caller, ResourceKind kind, string resource, Permission needed, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, kind, resource, cancellationToken) < needed) throw Denied();
    }

    private async Task<Permission> FindAsync(Caller caller, ResourceKind kind, string resource, CancellationToken cancellationToken) =>
        caller.IsAdmin
            ? Permission.MANAGE
            : (await grants.FindAsync(caller.Name, kind, resource, cancellationToken))?.Permission ?? fallback;
}
