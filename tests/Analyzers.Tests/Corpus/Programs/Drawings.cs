using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Shapes;
using DynamoToolkit;

namespace Corpus.Programs.Drawings;

/// <summary>Drawings with shapes inside.</summary>
public static class Drawings
{
    public static Task AddAsync(this DynamoTable<Drawing> table, string id, IReadOnlyList<Shape> shapes, CancellationToken ct = default) =>
        table.Update(Drawing.Key(id)).Append(d => d.Shapes, shapes).IfExists().ExecuteAsync(ct);

    public static Task SelectAsync(this DynamoTable<Drawing> drawings, string id, Shape? shape, CancellationToken ct = default) =>
        drawings.Update(Drawing.Key(id)).Set(d => d.Selected, shape).ExecuteAsync(ct);

    public static Task RecolorAsync(this DynamoTable<Drawing> table, string id, int index, string color, CancellationToken ct = default) =>
        table.Update(Drawing.Key(id))
            .Set(d => d.Shapes[index].Color, color)
            .If(d => d.Shapes.Size() > index)
            .ExecuteAsync(ct);

    public static async Task<double> AreaAsync(this DynamoTable<Drawing> drawings, string id, CancellationToken ct = default)
    {
        var drawing = await drawings.GetAsync(Drawing.Key(id), cancellationToken: ct);
        var area = 0.0;
        foreach (var shape in drawing?.Shapes ?? [])
        {
            area += shape switch
            {
                Circle circle => circle.Radius * circle.Radius * double.Pi,
                _ => 0,
            };
        }

        return area;
    }
}
