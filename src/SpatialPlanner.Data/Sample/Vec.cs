namespace SpatialPlanner.Data.Sample;

/// <summary>A point or a direction in metres east and north of the district's middle.</summary>
internal readonly record struct Vec(double X, double Y)
{
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    public Vec Unit => this * (1 / Length);

    /// <summary>Turned left by a right angle.</summary>
    public Vec Left => new(-Y, X);

    public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y);

    public static Vec operator -(Vec a, Vec b) => new(a.X - b.X, a.Y - b.Y);

    public static Vec operator *(Vec a, double f) => new(a.X * f, a.Y * f);

    public double Dot(Vec o) => (X * o.X) + (Y * o.Y);

    public double Cross(Vec o) => (X * o.Y) - (Y * o.X);

    public Vec Towards(Vec o, double share) => this + ((o - this) * share);
}
