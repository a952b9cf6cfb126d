using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.TenantProjects;
using DynamoToolkit;

namespace Corpus.Programs.ProjectBoard;

/// <summary>The tenant of a request: every key begins with it.</summary>
public sealed record TenantScope(Guid TenantId);

/// <summary>Tasks of a tenant's projects.</summary>
public sealed class ProjectBoard(TenantScope scope, DynamoTable<Project> projects, DynamoTable<ProjectTask> tasks)
{
    private Guid Tenant => scope.TenantId;

    public Task<List<Project>> ProjectsAsync(CancellationToken token = default) =>
        projects.Query(Project.Index.Projects(Tenant)).ToListAsync(token);

    public Task<List<ProjectTask>> OpenAsync(Guid project, CancellationToken token = default) =>
        tasks.Query(ProjectTask.Partition(Tenant, project)).Where(task => task.Done == false).ToListAsync(token);

    public Task<List<ProjectTask>> DueAsync(string user, DateOnly day, CancellationToken token = default) =>
        tasks.Query(ProjectTask.Index.Assigned(Tenant, user), ProjectTask.Index.AssignedSortKey.StartsWith(day)).ToListAsync(token);

    public async Task<ProjectTask> AddAsync(Guid project, string title, DateOnly due, CancellationToken token = default)
    {
        var task = new ProjectTask { TenantId = Tenant, ProjectId = project, TaskId = Guid.NewGuid(), Title = title, DueOn = due };
        await tasks.CreateAsync(task, token);
        return task;
    }

    public async Task FinishAsync(Guid project, Guid task, CancellationToken token = default)
    {
        var found = await tasks.GetAsync(ProjectTask.Key(Tenant, project, task), cancellationToken: token);
        if (found is null or { Done: true })
            return;
        found.Done = true;
        await tasks.PutAsync(found, token);
    }

    public async Task AssignAsync(ProjectTask task, string? user, CancellationToken token = default)
    {
        var update = tasks.Update(task).Set(t => t.Assignee, user).Set(t => t.DueOn, task.DueOn);
        await update.ExecuteAsync(token);
    }
}
