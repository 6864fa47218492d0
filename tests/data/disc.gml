<?xml version="1.0" encoding="utf-8"?>
<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:featureMember>
    <ogr:disc gml:id="disc.1">
      <ogr:name>disc of 15 km less one of 5 km, UTM 36N</ogr:name>
      <ogr:shape>
        <gml:Polygon gml:id="p" srsName="urn:ogc:def:crs:EPSG::32636">
          <gml:exterior><gml:Ring><gml:curveMember><gml:Curve gml:id="c"><gml:segments>
            <gml:ArcString><gml:posList>515000 5400000 500000 5415000 485000 5400000 500000 5385000 515000 5400000</gml:posList></gml:ArcString>
          </gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior>
          <gml:interior><gml:Ring><gml:curveMember><gml:Curve gml:id="h"><gml:segments>
            <gml:ArcString><gml:posList>505000 5400000 500000 5405000 495000 5400000 500000 5395000 505000 5400000</gml:posList></gml:ArcString>
          </gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:interior>
        </gml:Polygon>
      </ogr:shape>
    </ogr:disc>
  </gml:featureMember>
</ogr:FeatureCollection>
