using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Workflows;
using DynamoToolkit;

namespace Corpus.Programs.WorkflowEngine;

/// <summary>Runs the steps of workflows.</summary>
public sealed class WorkflowEngine(
    DynamoClient db, IReadOnlyDictionary<string, Func<WorkflowRun, CancellationToken, Task<string?>>> handlers)
{
    private readonly DynamoTable<WorkflowRun> runs = db.Table<WorkflowRun>();
    private readonly DynamoTable<WorkflowStep> steps = db.Table<WorkflowStep>();

    public async Task<WorkflowRun> StartAsync(string definition, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var run = new WorkflowRun { RunId = Guid.NewGuid(), Definition = definition, StartedAt = DateTimeOffset.UtcNow };
        List<IWriteOperation> writes = [runs.Put(run).IfNotExists()];
        foreach (var (order, name) in names.Index())
            writes.Add(steps.Put(new WorkflowStep { RunId = run.RunId, Order = (ushort)order, Name = name }));
        await db.TransactWriteAsync(writes, cancellationToken);
        return run;
    }

    /// <summary>Runs the steps in their order: each needs the result of the one before, so that no batch can do it.</summary>
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await runs.GetAsync(WorkflowRun.Key(id), consistentRead: true, cancellationToken)
            ?? throw new ArgumentException("There is no such run.", nameof(id));
        await foreach (var step in steps.Query(WorkflowStep.Partition(id)).ConsistentRead().WithCancellation(cancellationToken))
        {
            if (step.State == StepState.Done)
                continue;
            await MarkAsync(step, StepState.Running, null, cancellationToken);
            var output = await handlers[step.Name](run, cancellationToken);
            await MarkAsync(step, StepState.Done, output, cancellationToken);
        }
    }

    private Task MarkAsync(WorkflowStep step, StepState state, string? output, CancellationToken cancellationToken) =>
        steps.Update(WorkflowStep.Key(step.RunId, step.Order, step.Name))
            .Set(s => s.State, state)
            .Set(s => s.Output, output)
            .If(s => s.State != StepState.Done)
            .ExecuteAsync(cancellationToken);
}
