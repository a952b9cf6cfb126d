using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Shapes;

/// <summary>A drawing with shapes of several kinds inside.</summary>
[DynamoTable("drawings")]
public sealed partial class Drawing
{
    [PartitionKey]
    public required string DrawingId { get; init; }

    public List<Shape> Shapes { get; set; } = [];

    public Shape? Selected { get; set; }
}

[DynamoMap]
public abstract partial record Shape(string Color);

[DynamoMap, DynamoType("circle")]
public sealed partial record Circle(string Color, double Radius) : Shape(Color);

[DynamoMap, DynamoType("polygon")]
public sealed partial record Polygon(string Color, List<Corner> Corners) : Shape(Color);

[DynamoMap]
public readonly partial record struct Corner(double X, double Y);
